/** What every worker thread runs. */
import { routes } from './routes.ts';
import { serve } from './serve.ts';

export default serve(routes);
