import type { Services } from '../services/services.ts';
import { say } from '../services/voices.ts';
import { procedures } from './builder.ts';

export function voicesProcedures({ workplace }: Services) {
  const { voices } = procedures;
  return {
    list: voices.list.handler(() => [...workplace.voices()]),
    say: voices.say.handler(({ input, signal }) => say(workplace, input, signal)),
  };
}
