import { describe, expect, it } from 'vitest';
import { SETTINGS } from '../../../src/shared/story.ts';
import { ANIMALS } from '../../../src/core/writer/banks/beings/animals.ts';
import { BIRDS } from '../../../src/core/writer/banks/beings/birds.ts';
import { ELEMENTS } from '../../../src/core/writer/banks/beings/elements.ts';
import { MACHINES } from '../../../src/core/writer/banks/beings/machines.ts';
import { PEOPLE } from '../../../src/core/writer/banks/beings/people.ts';
import { WATER_ANIMALS } from '../../../src/core/writer/banks/beings/water-animals.ts';
import { beingBank, homesOf, placeBank } from '../../../src/core/writer/banks/lookup.ts';

const KINDS = { ...ANIMALS, ...BIRDS, ...WATER_ANIMALS, ...PEOPLE, ...MACHINES, ...ELEMENTS };

describe('phrase banks', () => {
  it.each(Object.entries(KINDS))('%s speaks in one word, and knows its own pronouns', (kind, { nature, like }) => {
    const { moved, said, rested, glad, afraid } = beingBank(kind, nature);
    // Would catch: "Use it," said over his spectacles the old clockmaker.
    for (const verb of said) expect(verb).toMatch(/^[a-z]+$/u);
    for (const phrase of [...moved, ...rested, ...glad, ...afraid]) {
      expect(phrase.replaceAll(/\{(?:they|them|their|self)\}/gu, '')).toMatch(/^[a-z][a-z ,:'-]*$/u);
      expect(phrase).not.toMatch(/,$/u);
    }
    if (like !== undefined) expect(KINDS).toHaveProperty([like]);
    expect(homesOf(kind, nature)).not.toEqual([]);
  });

  it('knows a kind by its last word (would catch a polar bear without paws)', () => {
    expect(beingBank('baby bear', 'animal')).toEqual(beingBank('bear', 'animal'));
    expect(beingBank('polar bear', 'animal').hand).toBe('paw');
    expect(beingBank('snowflake', 'element').hand).toBe('point');
  });

  it.each(SETTINGS)('%s has sounds, sights, smells, ground and names', (setting) => {
    const { sounds, sights, smells, ground, names } = placeBank(setting);
    for (const list of [sounds, sights, smells, ground, names]) expect(list.length).toBeGreaterThan(0);
    expect(new Set([...sounds, ...sights]).size).toBe(sounds.length + sights.length);
  });
});
