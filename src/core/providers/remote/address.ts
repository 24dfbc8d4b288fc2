/** Where a server is, and whether that is this machine. */
import type { WriterView } from '../../../shared/writers.ts';

const LOOPBACK = /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Where a text goes that is sent to this address. */
export function placeOf(baseUrl: string): WriterView['runs'] {
  const { hostname, host } = new URL(baseUrl);
  return { place: 'server', host, isLocal: LOOPBACK.test(hostname) };
}

/** Where the key of a well-known service is looked for, when none was given. */
const VARIABLES: Readonly<Record<string, string>> = {
  'api.openai.com': 'OPENAI_API_KEY',
  'openrouter.ai': 'OPENROUTER_API_KEY',
  'api.mistral.ai': 'MISTRAL_API_KEY',
  'api.groq.com': 'GROQ_API_KEY',
};

/** The environment's variables for a server, the most special first. */
export function keyVariables(server: { readonly id: string; readonly baseUrl: string }): readonly string[] {
  const own = `STORYLOOM_KEY_${server.id.toUpperCase().replaceAll('-', '_')}`;
  const known = VARIABLES[new URL(server.baseUrl).hostname];
  return known === undefined ? [own] : [own, known];
}
