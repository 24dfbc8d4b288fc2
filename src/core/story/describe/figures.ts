import type { Action, CastMember, Relation, SceneEntity } from '../../../shared/story.ts';
import { listWords, nounWords } from './nouns.ts';

/** The third person of these is not the verb with an s. */
const IRREGULAR: Partial<Record<Action, string>> = { fly: 'flies', cry: 'cries' };
/** Who does this to a thing has it as an object: 'eats lettuces'. */
const TAKES_OBJECT: Partial<Record<Relation, ReadonlySet<Action>>> = {
  holding: new Set(['eat', 'read', 'give', 'hug']),
  on: new Set(['climb']),
};
const RELATION_WORDS: Readonly<Record<string, string>> = { holding: 'with', riding: 'on', towards: 'near' };
/** Without their object these say nothing. */
const NEEDS_OBJECT: Partial<Record<Action, string>> = { hold: 'stand', give: 'hand something over' };

interface Deed {
  readonly verb: string;
  readonly rest: string;
}

/** Who is to be seen and what they do, those who do the same together: 'Flopsy and Mopsy, rabbits, walk with the blackberries'. */
export function figuresWords(
  figures: readonly SceneEntity[],
  all: readonly SceneEntity[],
  cast: readonly CastMember[],
): string {
  const groups = new Map<string, { readonly deed: Deed; readonly who: SceneEntity[] }>();
  for (const figure of figures) {
    const deed = deedOf(figure, all);
    const key = `${deed.verb} ${deed.rest}`;
    const group = groups.get(key) ?? { deed, who: [] };
    group.who.push(figure);
    groups.set(key, group);
  }
  return listWords([...groups.values()].map(({ deed, who }) => clause(deed, who, cast)));
}

function clause({ verb, rest }: Deed, who: readonly SceneEntity[], cast: readonly CastMember[]): string {
  const isMany = who.length > 1 || who[0]!.count > 1;
  const names = listWords(who.map((each) => nameWords(each, cast)));
  return [names, isMany ? verb : thirdPerson(verb), rest].filter(Boolean).join(' ');
}

function deedOf({ action = 'stand', relation }: SceneEntity, all: readonly SceneEntity[]): Deed {
  const target = relation && all.find(({ id }) => id === relation.target);
  if (!relation || !target) return { verb: NEEDS_OBJECT[action] ?? action, rest: '' };
  const thing = target.role === 'character' ? target.word : `the ${target.word.replace(/^(?:the|an?)\s/iu, '')}`;
  const isStill = action === 'stand' || action === 'hold';
  if (relation.kind === 'wearing')
    return isStill ? { verb: 'wear', rest: thing } : { verb: action, rest: `in ${thing}` };
  if (relation.kind === 'holding' && isStill) return { verb: 'hold', rest: thing };
  if (relation.kind === 'riding' && isStill) return { verb: 'ride', rest: `on ${thing}` };
  if (TAKES_OBJECT[relation.kind]?.has(action)) return { verb: action, rest: thing };
  return { verb: isStill ? 'stand' : action, rest: `${RELATION_WORDS[relation.kind] ?? relation.kind} ${thing}` };
}

function thirdPerson(verb: string): string {
  const [word = '', ...rest] = verb.split(' ');
  const changed = IRREGULAR[word as Action] ?? (/(?:ch|sh|ss|x)$/u.test(word) ? `${word}es` : `${word}s`);
  return [changed, ...rest].join(' ');
}

/** 'Nib the small brown otter'; the same words in every scene. */
function nameWords(entity: SceneEntity, cast: readonly CastMember[]): string {
  const member = cast.find(({ id }) => id === entity.castId);
  if (!member) return nounWords(entity);
  const { name } = member;
  const isTold = /^the\s/iu.test(name) || name.toLowerCase().includes(member.kind.toLowerCase());
  if (!isTold) return `${name} the ${kindWords(member)}`;
  return /^the\s/iu.test(name) && !name.includes(' of ')
    ? `the ${kindWords({ ...member, kind: name.slice(4) })}`
    : name;
}

/** 'small brown otter': the traits that the text gives, then the kind. */
function kindWords({ kind, traits }: CastMember): string {
  const said = kind.toLowerCase().split(' ');
  return [...traits.filter((each) => !each.includes(' ') && !said.includes(each.toLowerCase())).slice(0, 2), kind].join(
    ' ',
  );
}
