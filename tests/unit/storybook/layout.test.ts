import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACTIONS,
  RELATIONS,
  SETTINGS,
  TIMES_OF_DAY,
  WEATHERS,
  type SceneEntity,
  type SceneGraph,
} from '../../../src/shared/story.ts';
import { lexiconDrawings } from '../../../src/core/storybook/drawings/lexicon-facts.ts';
import { type Placed, boxOf, headOf, overlap } from '../../../src/core/storybook/layout/geometry.ts';
import { layOut } from '../../../src/core/storybook/layout/layout.ts';
import { lookOf } from '../../../src/core/storybook/look.ts';
import { randomFrom } from '../../../src/core/storybook/random.ts';
import { buildBackdrop } from '../../../src/core/storybook/settings/backdrop.ts';
import { SETTING_ARTISTS } from '../../../src/core/storybook/settings/index.ts';
import { CAST, graph } from './scenes.ts';

const SOME = lexiconDrawings().filter((_, index) => index % 11 === 0);
const ACTORS = [
  'fox',
  'rabbit',
  'old-man',
  'girl',
  'owl',
  'whale',
  'otter',
  'bear',
  'penguin',
  'princess',
  'man-cook',
  'mouse',
  'dragon',
];

const entities = fc
  .array(
    fc.record({
      drawing: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...ACTORS) },
        { weight: 2, arbitrary: fc.constantFrom(...SOME) },
      ),
      role: fc.constantFrom('character', 'prop', 'scenery', 'sky'),
      count: fc.integer({ min: 1, max: 4 }),
      action: fc.constantFrom(...ACTIONS),
      relation: fc.option(fc.record({ kind: fc.constantFrom(...RELATIONS), to: fc.integer({ min: 0, max: 6 }) }), {
        nil: undefined,
      }),
      weight: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((list) =>
    list.map(
      ({ relation, ...one }, index) =>
        ({
          ...one,
          id: `e${index}`,
          word: one.drawing,
          attributes: [],
          ...(relation ? { relation: { kind: relation.kind, target: `e${relation.to}` } } : {}),
        }) as SceneEntity,
    ),
  );

const ENTITY: Omit<SceneEntity, 'id' | 'word' | 'drawing'> = {
  role: 'character',
  count: 1,
  attributes: [],
  weight: 0.8,
};

function lay(scene: SceneGraph, width: number, height: number, seed = 1): readonly Placed[] {
  const look = lookOf(scene);
  const random = randomFrom(seed);
  const backdrop = buildBackdrop(scene, look, width, height, randomFrom(seed), SETTING_ARTISTS[scene.setting]);
  return layOut({ graph: scene, cast: CAST, story: 's', backdrop, width, height, random, lamps: look.lamps }).placed;
}

describe('layOut', () => {
  it('cuts no head by the frame and hides no face behind what is drawn later', () => {
    fc.assert(
      fc.property(
        entities,
        fc.constantFrom(...SETTINGS),
        fc.constantFrom(...TIMES_OF_DAY),
        fc.constantFrom(...WEATHERS),
        fc.integer({ min: 0, max: 1000 }),
        fc.constantFrom([640, 360], [360, 640], [480, 480], [480, 600]),
        (list, setting, time, weather, seed, [width, height]) => {
          const scene = graph({ setting, time, weather, entities: list });
          const placed = lay(scene, width!, height!, seed);
          for (const [index, one] of placed.entries()) {
            const head = headOf(one);
            if (!head) continue;
            expect(head.x).toBeGreaterThanOrEqual(-0.5);
            expect(head.y).toBeGreaterThanOrEqual(-0.5);
            expect(head.x + head.width).toBeLessThanOrEqual(width! + 0.5);
            expect(head.y + head.height).toBeLessThanOrEqual(height! + 0.5);
            for (const later of placed.slice(index + 1)) {
              if (one.party !== undefined && one.party === later.party) continue;
              expect(overlap(head, boxOf(later)) / (head.width * head.height)).toBeLessThanOrEqual(0.1001);
            }
          }
        },
      ),
      { numRuns: 220, seed: 20261121 },
    );
  });

  it('stands those who act above the captions of a tall picture, and large: would catch a wide one that was only made narrow', () => {
    const kinds = ['fox', 'old-man', 'girl', 'rabbit', 'princess', 'otter', 'bear'];
    for (const setting of SETTINGS) {
      if (setting === 'sea' || setting === 'underwater' || setting === 'space') continue;
      for (const count of [1, 2, 3, 5, 7]) {
        const scene = graph({
          setting,
          entities: kinds
            .slice(0, count)
            .map((drawing, i): SceneEntity => ({ ...ENTITY, id: `e${i}`, word: drawing, drawing })),
        });
        const heads = lay(scene, 540, 960).flatMap((one) => headOf(one) ?? []);
        expect(heads).toHaveLength(count);
        for (const one of lay(scene, 540, 960)) expect(one.y).toBeLessThanOrEqual(960 * 0.81);
        const largest = Math.max(...heads.map(({ width }) => width));
        expect(largest / 540).toBeGreaterThan(count > 4 ? 0.12 : 0.16);
      }
    }
  });
});
