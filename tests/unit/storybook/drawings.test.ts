import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resourcePath } from '../../../src/core/paths.ts';
import { canDraw, drawingSprite } from '../../../src/core/storybook/drawings/drawing-sprite.ts';
import { lexiconDrawings } from '../../../src/core/storybook/drawings/lexicon-facts.ts';
import { ownDrawing, ownDrawingIds } from '../../../src/core/storybook/drawings/own.ts';
import { packedBody, packedNames } from '../../../src/core/storybook/drawings/pack.ts';
import { isFigure } from '../../../src/core/storybook/figure/figure-sprite.ts';
import { inkBox } from '../../../src/core/storybook/paint/surface.ts';

const { ownDrawings } = JSON.parse(readFileSync(resourcePath('lexicon.json'), 'utf8')) as { ownDrawings: string[] };

describe('drawings', () => {
  it('has every drawing that a word of the lexicon leads to', () => {
    expect(lexiconDrawings().filter((id) => !canDraw(id) && !isFigure(id))).toEqual([]);
  });

  it('has each of its own drawings that the lexicon counts on, and the lexicon knows each', () => {
    expect(ownDrawings.filter((id) => !ownDrawing(id))).toEqual([]);
    expect(ownDrawingIds().filter((id) => !ownDrawings.includes(id))).toEqual([]);
  });

  it.each(ownDrawingIds())('%s leaves ink and stays inside its box', (id) => {
    const sprite = drawingSprite(id, 96)!;
    expect(inkBox(sprite)).toBeDefined();
    expect(Math.min(sprite.width, sprite.height)).toBeGreaterThan(8);
  });

  it('reads any drawing of the pack whole', () => {
    for (const name of packedNames().filter((_, index) => index % 37 === 0))
      expect(packedBody(name)).toMatch(/^<.*>$/s);
    expect(packedBody('no-such-drawing')).toBeUndefined();
  });
});
