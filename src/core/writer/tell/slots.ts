/** The slots of a passage, and whether a tale can fill them. */
import type { Tale } from '../types.ts';

export interface Slot {
  /** 'a' or 'the' before it. */
  readonly article: 'a' | 'the' | undefined;
  readonly id: string;
  /** 'they', "s" for the possessive, '!' by name, '' alone, 'home.in'. */
  readonly form: string;
}

export const SLOT = /\{([^{}]+)\}/gu;

export function parseSlot(inner: string): Slot {
  const match = /^(?:(an?|the) )?([a-z][\w-]*?\d*)(\.?!|'s|\.[a-z.]+)?$/u.exec(inner);
  if (!match) return { article: undefined, id: inner, form: 'unknown' };
  const [, article, id, form = ''] = match;
  return {
    article: article === undefined ? undefined : article === 'the' ? 'the' : 'a',
    id: id!,
    form: form === "'s" ? 's' : form.replace(/^\./u, ''),
  };
}

const BEING_FORMS = new Set(
  '! s they them their theirs self object was is has kind full intro trait moved said hand hands face rested felt glad afraid home home.in call name'
    .split(' ')
    .concat(''),
);
const PLACE_FORMS = new Set(['', 'in', 'to']);
const HERE_FORMS = new Set(['sound', 'sight', 'smell', 'ground', '', 'in', 'to']);
const EVENT_FORMS = new Set(['past', 'base', 'gerund', '!']);

/** What is wrong with a slot in any tale ('unknown'), or only with this one ('missing'). */
export function slotFault(slot: Slot, tale: Tale): 'unknown' | 'missing' | undefined {
  const { id, form } = slot;
  const { idea } = tale;
  if (id === 'heroes' || tale.cast.has(id)) return BEING_FORMS.has(form) ? undefined : 'unknown';
  if (id === 'home' || id === 'away') return PLACE_FORMS.has(form) ? undefined : 'unknown';
  if (id === 'place') return HERE_FORMS.has(form) ? undefined : 'unknown';
  if (id === 'weather' || id === 'sky' || id === 'refrain') return form === '' ? undefined : 'unknown';
  if (id in tale.chosen) return form === '' ? undefined : 'unknown';
  if (id === 'thing') {
    if (!['', 'it', 'they', 'them', 'their', 'object', 'was', 'is', 'has', '!', 's'].includes(form)) return 'unknown';
    return idea.thing ? undefined : 'missing';
  }
  if (id === 'fear') return idea.fear === undefined ? 'missing' : undefined;
  if (id === 'wish') return EVENT_FORMS.has(form) ? (idea.wish ? undefined : 'missing') : 'unknown';
  if (id === 'ending') return EVENT_FORMS.has(form) ? (idea.ending ? undefined : 'missing') : 'unknown';
  const event = /^event(\d)$/u.exec(id);
  if (event) return EVENT_FORMS.has(form) ? (idea.events[Number(event[1]) - 1] ? undefined : 'missing') : 'unknown';
  // Somebody whom this idea has not, or this shape adds only to others.
  if (/^(?:hero|friend|third|other-\d+)$/u.test(id) || tale.shape.added?.some((added) => added.id === id))
    return 'missing';
  return 'unknown';
}

export function slotsOf(text: string): Slot[] {
  return [...text.matchAll(SLOT)].map((match) => parseSlot(match[1]!));
}

/**
 * Decides the alternatives in brackets, the innermost first; those that the tale cannot fill are none.
 * Undefined where nothing is left to be said.
 */
export function decide(
  text: string,
  tale: Tale,
  random: () => number,
  choose: (options: readonly string[]) => readonly string[] = (options) => options,
): string | undefined {
  let flat = text;
  for (let round = 0; round < 200; round++) {
    const match = /\[([^[\]]*)\]/u.exec(flat);
    if (!match) break;
    const options = choose(
      match[1]!.split('|').filter((option) => slotsOf(option).every((slot) => slotFault(slot, tale) === undefined)),
    );
    if (options.length === 0) return undefined;
    const option = options[Math.min(options.length - 1, Math.floor(random() * options.length))]!;
    flat = flat.slice(0, match.index) + option + flat.slice(match.index + match[0].length);
  }
  return slotsOf(flat).every((slot) => slotFault(slot, tale) === undefined) ? flat : undefined;
}
