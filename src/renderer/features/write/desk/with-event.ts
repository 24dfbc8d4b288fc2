import type { WriteEvent } from '../../../../shared/writing.ts';
import type { DeskScene, DeskStory } from './types.ts';

/** The story after one more thing was told of it by its writer. */
export function withEvent(story: DeskStory, event: WriteEvent): DeskStory {
  switch (event.type) {
    case 'outline': {
      const { outline } = event;
      return {
        ...story,
        title: outline.title,
        outline,
        scenes: outline.beats.map(({ title }, place) => ({ title, text: story.scenes[place]?.text ?? '' })),
      };
    }
    case 'text':
      return withScene(story, event.scene, (scene) => ({ ...scene, text: scene.text + event.text }));
    case 'scene':
      return withScene(story, event.scene, () => ({ title: event.title, text: event.text }));
    case 'notice':
      return { ...story, notices: [...story.notices, event.message] };
    case 'done': {
      const { title, outline, scenes, broken, notices, writer, usage } = event.story;
      return { ...story, state: 'done', title, outline, scenes, broken, notices, writer, usage };
    }
  }
}

function withScene(story: DeskStory, place: number, change: (scene: DeskScene) => DeskScene): DeskStory {
  const scenes = [...story.scenes];
  // A writer whose outline was shorter than its text.
  while (scenes.length <= place) scenes.push({ title: '', text: '' });
  return { ...story, scenes: scenes.map((scene, each) => (each === place ? change(scene) : scene)) };
}
