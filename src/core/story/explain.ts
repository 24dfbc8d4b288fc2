import type { Action, CastMember, Scene, SceneEntity } from '../../shared/story.ts';

const DOES: Readonly<Record<Action, string>> = {
  stand: 'is there',
  walk: 'walks',
  run: 'runs',
  jump: 'jumps',
  climb: 'climbs',
  fly: 'flies',
  swim: 'swims',
  sit: 'sits',
  sleep: 'sleeps',
  eat: 'eats',
  hold: 'holds something',
  give: 'gives something',
  point: 'points',
  wave: 'waves',
  cry: 'cries',
  laugh: 'laughs',
  fall: 'falls',
  hide: 'hides',
  read: 'reads',
  sing: 'sings',
  dance: 'dances',
  fight: 'fights',
  hug: 'hugs',
  look: 'looks',
  talk: 'talks',
  work: 'works',
  ride: 'rides',
};

const RELATION_WORDS: Readonly<Record<string, string>> = {
  holding: 'with',
  wearing: 'wearing',
  riding: 'on',
  towards: 'near',
};

/**
 * One line that says who, what, where and when: 'Nib the otter climbs; stairs, window: lighthouse, night, storm'. For
 * alternative texts and `render --dry-run`.
 */
export function explainScene(scene: Scene, cast: readonly CastMember[] = []): string {
  const { entities, setting, time, weather } = scene.graph;
  const figures = entities
    .filter((entity) => entity.role === 'character')
    .map((entity) => figure(entity, entities, cast));
  const mentioned = new Set(
    entities.filter((one) => one.role === 'character' && one.relation).map((one) => one.relation!.target),
  );
  const things = entities.filter((entity) => entity.role !== 'character' && !mentioned.has(entity.id)).map(counted);
  const sky = weather === 'clear' ? '' : `, ${weather}`;
  const shown = [...figures, ...things].join('; ') || 'an empty scene';
  return `${shown} (${setting}, ${time}${sky})`;
}

function figure(entity: SceneEntity, all: readonly SceneEntity[], cast: readonly CastMember[]): string {
  const member = cast.find((one) => one.id === entity.castId);
  const kind =
    member && !member.name.startsWith('the ') && !member.name.toLowerCase().includes(member.kind)
      ? ` the ${member.kind}`
      : '';
  const name = member ? member.name + kind : counted(entity);
  const target = entity.relation && all.find((one) => one.id === entity.relation!.target);
  const place = target
    ? ` ${RELATION_WORDS[entity.relation!.kind] ?? entity.relation!.kind} ${target.role === 'character' ? target.word : `the ${target.word}`}`
    : '';
  const isMany = entity.count > 1;
  const isPlaced = place !== '' && (entity.action === 'stand' || entity.action === 'hold');
  const alone = isMany ? doMany(entity.action) : DOES[entity.action ?? 'stand'];
  const does = isPlaced ? (isMany ? 'are' : 'is') : alone;
  return `${name} ${does}${place}`;
}

/** 'three gulls sleep'. */
function doMany(action: Action = 'stand'): string {
  if (action === 'stand') return 'are there';
  return action === 'hold' || action === 'give' ? `${action} something` : action;
}

function counted(entity: SceneEntity): string {
  return entity.count > 1 ? `${String(entity.count)} × ${entity.word}` : entity.word;
}
