import type { Services } from '../services/services.ts';
import { listVoices, say } from '../services/voices.ts';
import { procedures } from './builder.ts';

export function voicesProcedures({ workplace }: Services) {
  const { voices } = procedures;
  return {
    list: voices.list.handler(() => [...listVoices(workplace)]),
    say: voices.say.handler(({ input, signal }) => say(workplace, input, signal)),
  };
}
