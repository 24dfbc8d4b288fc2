/** Who is to be seen: 'a small brown otter with a blue scarf standing and an old man in red clothes'. */
import type { CastMember, SceneEntity } from '../../../shared/story.ts';
import { manyWords, nounWords } from '../describe/nouns.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { deedOf, type Deed } from './deeds.ts';
import type { PromptPhrase } from './phrases.ts';
import { appearanceOf, withArticle, type Appearance } from './traits.ts';

/** Ranks (PromptPhrase) of the first figure, the second, the third. */
const RANKS = [
  { figure: 0, doing: 1, clothing: 2, thing: 3 },
  { figure: 2, doing: 4, clothing: 4, thing: 5 },
  { figure: 5, doing: 5, clothing: 5, thing: 6 },
] as const;
/** So many of a kind who do the same are a group: models do not tell their scarves apart. */
const GROUP = 3;

export interface FigureWords {
  readonly phrases: readonly PromptPhrase[];
  /** Entities that are said with them: held, worn, ridden, stood on. */
  readonly said: ReadonlySet<string>;
}

interface Figure {
  readonly entities: readonly SceneEntity[];
  readonly look: Appearance | undefined;
  readonly deed: Deed;
}

export function figurePhrases(
  entities: readonly SceneEntity[],
  cast: readonly CastMember[],
  lexicon: Lexicon,
): FigureWords {
  const members = new Map(cast.map((member) => [member.id, member]));
  const said = new Set<string>();
  const figures: Figure[] = [];
  for (const entity of entities) {
    if (entity.role !== 'character' || said.has(entity.id)) continue;
    const member = members.get(entity.castId ?? '');
    const look = member && appearanceOf(member, lexicon);
    const target = targetOf(entity, entities);
    for (const { id } of entities.filter((one) => isWornBy(one, entity))) said.add(id);
    if (target) said.add(target.id);
    const isDressedSo = target !== undefined && look?.clothing.endsWith(target.word.split(' ').at(-1)!);
    figures.push({ entities: [entity], look, deed: deedOf(entity, isDressedSo ? undefined : target) });
  }
  const shown = grouped(figures);
  return { phrases: shown.flatMap((figure, index) => phrasesOf(figure, RANKS[index] ?? RANKS[2], index)), said };
}

function isWornBy({ relation }: SceneEntity, { id }: SceneEntity): boolean {
  return relation?.kind === 'wearing' && relation.target === id;
}

/** Another figure is told by itself, but for whom one rides on. */
function targetOf({ id, relation }: SceneEntity, all: readonly SceneEntity[]): SceneEntity | undefined {
  const target = relation && all.find((one) => one.id === relation.target && one.id !== id);
  return target?.role === 'character' && relation?.kind !== 'riding' ? undefined : target;
}

function grouped(figures: readonly Figure[]): Figure[] {
  const key = ({ look, deed }: Figure): string => JSON.stringify([look?.traits, look?.kind, deed]);
  return figures.flatMap((figure, index) => {
    const alike = figure.look ? figures.filter((one) => one.look && key(one) === key(figure)) : [];
    if (alike.length < GROUP) return [figure];
    const isFirst = figures.indexOf(alike[0]!) === index;
    return isFirst ? [{ ...figure, entities: alike.flatMap(({ entities }) => entities) }] : [];
  });
}

function phrasesOf(
  { entities, look, deed }: Figure,
  ranks: (typeof RANKS)[number],
  index: number,
): readonly PromptPhrase[] {
  const isGroup = entities.length > 1;
  const nouns = [look?.traits, look?.kind].filter(Boolean).join(' ');
  const who = !look
    ? nounWords(entities[0]!)
    : isGroup
      ? manyWords(entities.length, nouns)
      : look.isOnly
        ? `the ${nouns}`
        : withArticle(nouns);
  const parts = [
    { text: isGroup ? '' : (look?.clothing ?? ''), rank: ranks.clothing },
    // The sun does not stand about.
    { text: look?.isOnly && deed.doing === 'standing' ? '' : deed.doing, rank: ranks.doing },
    { text: deed.thing, rank: ranks.thing },
  ];
  return [
    {
      ...{ text: who, joint: index === 0 ? ', ' : ' and ', rank: ranks.figure },
      ...(look?.traits ? { traits: look.traits.split(' ') } : {}),
    },
    ...parts.filter(({ text }) => text !== '').map((part): PromptPhrase => ({ ...part, joint: ' ' })),
  ];
}
