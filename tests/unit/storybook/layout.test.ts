import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS, RELATIONS, SETTINGS, TIMES_OF_DAY, WEATHERS, type SceneEntity } from '../../../src/shared/story.ts';
import { lexiconDrawings } from '../../../src/core/storybook/drawings/lexicon-facts.ts';
import { boxOf, headOf, overlap } from '../../../src/core/storybook/layout/geometry.ts';
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

describe('layOut', () => {
  it('cuts no head by the frame and hides no face behind what is drawn later', () => {
    fc.assert(
      fc.property(
        entities,
        fc.constantFrom(...SETTINGS),
        fc.constantFrom(...TIMES_OF_DAY),
        fc.constantFrom(...WEATHERS),
        fc.integer({ min: 0, max: 1000 }),
        fc.constantFrom([640, 360], [360, 640], [480, 480]),
        (list, setting, time, weather, seed, [width, height]) => {
          const scene = graph({ setting, time, weather, entities: list });
          const look = lookOf(scene);
          const backdrop = buildBackdrop(scene, look, width!, height!, randomFrom(seed), SETTING_ARTISTS[setting]);
          const { placed } = layOut({
            graph: scene,
            cast: CAST,
            story: 's',
            backdrop,
            width: width!,
            height: height!,
            random: randomFrom(seed),
            lamps: look.lamps,
          });
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
      { numRuns: 150, seed: 20261121 },
    );
  });
});
