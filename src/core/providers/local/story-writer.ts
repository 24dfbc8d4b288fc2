import { throwIfCancelled } from '../../../shared/errors.ts';
import { OWN_WRITER } from '../../../shared/writing.ts';
import type { Lexicon } from '../../story/lexicon/lexicon.ts';
import { splitSentences } from '../../story/sentences.ts';
import { writeOwnStory } from '../../writer/write-story.ts';
import type { Writer } from '../writer.ts';

/** Storyloom's own writer: no model, no network, the same story for the same request. */
export function createStoryWriter(lexicon: Lexicon): Writer {
  return {
    id: OWN_WRITER,
    write: async (request, { signal, onEvent }) => {
      throwIfCancelled(signal);
      const { title, outline, scenes, words, broken } = writeOwnStory(request, lexicon);
      onEvent({ type: 'outline', outline });
      for (const [scene, { text }] of scenes.entries()) {
        for (const part of piecesOf(text)) {
          // Whoever watches sees it grow, and may stop it between two sentences.
          await new Promise(setImmediate);
          throwIfCancelled(signal);
          onEvent({ type: 'text', scene, text: part });
        }
      }
      return {
        title,
        outline,
        scenes: scenes.map((scene) => ({ ...scene })),
        words,
        broken: [...broken],
        writer: OWN_WRITER,
        notices: [],
      };
    },
  };
}

/** Sentence by sentence; joined they are the text. */
function piecesOf(text: string): string[] {
  return text.split('\n\n').flatMap((paragraph, index) => {
    const sentences = splitSentences(paragraph);
    return sentences.map((sentence, at) => (at > 0 ? ' ' : index > 0 ? '\n\n' : '') + sentence);
  });
}
