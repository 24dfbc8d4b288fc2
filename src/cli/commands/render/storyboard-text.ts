import type { StoryboardReport } from '../../../shared/film.ts';
import { clock } from '../../output/format.ts';

export function storyboardText({ title, cast, scenes, notices }: StoryboardReport): string {
  const who = cast.map(({ name, kind, traits }) => `${name} (${[...traits, kind].join(' ')})`);
  const length = scenes.reduce((sum, { seconds }) => sum + seconds, 0);
  return [
    `${title}: ${String(scenes.length)} ${scenes.length === 1 ? 'scene' : 'scenes'}, about ${clock(length)}`,
    ...(who.length > 0 ? [`With ${who.join(', ')}`] : []),
    ...scenes.flatMap((scene) => [
      '',
      `${String(scene.number).padStart(3)}. ${scene.title} (${clock(scene.seconds)})`,
      `     ${scene.picture}`,
      ...(scene.prompt === undefined ? [] : [`     > ${scene.prompt}`]),
      `     "${shortened(scene.text)}"`,
    ]),
    ...notices.map((notice) => `\nNote: ${notice}`),
  ].join('\n');
}

/** Enough to know which words a scene has. */
function shortened(text: string): string {
  const words = text.split(/\s+/u);
  return words.length <= 24 ? words.join(' ') : `${words.slice(0, 22).join(' ')} …`;
}
