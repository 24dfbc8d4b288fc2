import { describe, expect, it } from 'vitest';
import { paintedNotices } from '../../../src/core/render/film/painted-notices.ts';
import { NO_ROOM, UNTAUGHT } from '../../../src/core/render/film/picture.ts';

const scene = (number: number, ...words: readonly string[]) => ({
  scene: number,
  notDrawn: words.map((word) => ({ word, reason: word === 'crowd' ? NO_ROOM : UNTAUGHT })),
});

describe('what a film says of its paintings', () => {
  it('would catch a scene that is not named, or words that the model was not told of mixed with those that it does not know', () => {
    expect(paintedNotices([scene(1), scene(2, 'jacket', 'crowd')])).toEqual([
      'The picture model was never taught what scene 2 shows: jacket.',
      'Scene 2 is more than the picture model can be told; it was not told of: crowd.',
    ]);
  });

  it('would catch a page of lines about a film of many scenes', () => {
    const many = Array.from({ length: 40 }, (_, index) => scene(index + 1, 'jacket', `word${String(index)}`));
    const [line, ...others] = paintedNotices(many);
    expect(others).toEqual([]);
    expect(line).toMatch(/^The picture model was never taught what 40 scenes show: jacket, word0, .* and 17 more\.$/u);
  });
});
