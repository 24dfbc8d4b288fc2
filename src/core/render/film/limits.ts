/** Less than a whole film, for a quick look. What is made of it is what the whole film is made of. */
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { FilmLimits } from '../../../shared/film.ts';
import type { Storyboard } from '../../../shared/story.ts';
import { sceneTitles } from '../../story/describe/scene-titles.ts';
import type { PictureSource, SceneUnit } from './units.ts';

interface Film {
  readonly storyboard: Storyboard;
  readonly units: readonly SceneUnit[];
}

/** @throws StudioError `option` for a scene that is not there */
export function limitFilm<Source extends Film>(film: Source, limits: FilmLimits): Source {
  const { limitScenes, onlyScene, limitPictures } = limits;
  const kept = onlyScene === undefined ? fromBeginning(film, limitScenes) : alone(film, onlyScene);
  const { units, storyboard } =
    limitPictures === undefined ? kept : { ...kept, units: withPictures(kept, limitPictures) };
  return { ...film, storyboard, units };
}

function fromBeginning({ storyboard, units }: Film, most = Infinity): Film {
  const scenes = storyboard.scenes.slice(0, most);
  if (scenes.length === storyboard.scenes.length) return { storyboard, units };
  const ids = new Set(scenes.map(({ id }) => id));
  return { storyboard: { ...storyboard, scenes }, units: units.filter(({ card, scene }) => card ?? ids.has(scene.id)) };
}

/** Without cards: one scene as it is in the film, but for what comes in over its end. */
function alone({ storyboard, units }: Film, number: number): Film {
  const scene = storyboard.scenes[number - 1];
  const unit = units.find(({ card, scene: { id } }) => !card && id === scene?.id);
  if (!scene || !unit) {
    const count = storyboard.scenes.length;
    throw new StudioError(ErrorCode.option, `There is no scene ${String(number)} to be shown.`, {
      hint: `The story has ${String(count)} ${count === 1 ? 'scene' : 'scenes'}: name one with words, from 1 on.`,
    });
  }
  return { storyboard: { ...storyboard, scenes: [scene] }, units: [{ ...unit, transition: 'cut' }] };
}

/** The author's own pictures stay. A picture is drawn of the first scene of its stretch. */
function withPictures({ storyboard, units }: Film, most: number): SceneUnit[] {
  const drawn = units.filter(({ card, picture }) => !card && (picture.kind === 'drawn' || picture.kind === 'painted'));
  const titles = new Map(
    sceneTitles(storyboard.scenes, storyboard.cast).map((title, index) => [storyboard.scenes[index]!.id, title]),
  );
  const sources = new Map(
    drawn.map((unit, index): [string, PictureSource] => {
      if (most === 0) return [unit.scene.id, blank(unit, titles.get(unit.scene.id) ?? '')];
      const stretch = Math.floor((index * most) / drawn.length);
      const first = most >= drawn.length ? index : Math.ceil((stretch * drawn.length) / most);
      return [unit.scene.id, drawn[first]!.picture];
    }),
  );
  return units.map((unit) => ({ ...unit, picture: sources.get(unit.scene.id) ?? unit.picture }));
}

function blank({ scene: { graph } }: SceneUnit, title: string): PictureSource {
  return { kind: 'blank', ground: { time: graph.time, mood: graph.mood }, title };
}
