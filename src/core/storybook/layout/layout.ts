import type { Action, Mood, CastMember, SceneEntity, SceneGraph } from '../../../shared/story.ts';
import { canDraw, drawingSprite } from '../drawings/drawing-sprite.ts';
import { factsOf } from '../drawings/lexicon-facts.ts';
import { drawFigure, toneOf } from '../figure/figure-sprite.ts';
import type { Sprite } from '../paint/blit.ts';
import type { Box } from '../paint/surface.ts';
import { type Random, between, randomFrom } from '../random.ts';
import type { Backdrop } from '../settings/backdrop.ts';
import { castSprite } from './cast-sprite.ts';
import { FLYERS, MOONS, type Sort, drawingFor, isShown, looksOf, sizeOf, sortOf } from './facts.ts';
import { type Placed, boxOf, headOf, overlap } from './geometry.ts';
import { type Usual, standsOf } from './rows.ts';
import { spread } from './spread.ts';
import { applyTies } from './apply-ties.ts';
import { tiesOf } from './ties.ts';
import { shapeOf } from '../shape.ts';

export interface NotDrawn {
  readonly word: string;
  readonly reason: string;
}

export interface Layout {
  readonly placed: readonly Placed[];
  readonly notDrawn: readonly NotDrawn[];
  readonly hasMoon: boolean;
  readonly hasSun: boolean;
}

export interface LayoutRequest {
  readonly graph: SceneGraph;
  readonly cast: readonly CastMember[];
  readonly story: string;
  readonly backdrop: Backdrop;
  readonly width: number;
  readonly height: number;
  readonly random: Random;
  readonly lamps: boolean;
}

const WET = new Set(['sea', 'underwater']);
const MOST = 12;
/** Middles of what is in the sky, as parts of the way down to the horizon. */
const SKY = [0.46, 0.4, 0.34, 0.52, 0.5, 0.3, 0.56] as const;
const SKY_ALONE = [0.28, 0.64, 0.46, 0.2, 0.56, 0.38, 0.7] as const;
/** From this tall on those who act stand in rows, and things beside them. */
const NARROW = 0.3;

export function layOut(request: LayoutRequest): Layout {
  const { graph, backdrop, width, height, random } = request;
  const shape = shapeOf(width, height);
  const { u, tall, down } = shape;
  const notDrawn: NotDrawn[] = graph.undrawn.map((word) => ({ word, reason: 'no drawing for it' }));
  const entities: SceneEntity[] = [];
  const met = new Set<string>();
  for (const entity of graph.entities) {
    // Nobody is in a picture twice.
    if (entity.castId !== undefined && met.has(entity.castId)) continue;
    if (entity.castId !== undefined) met.add(entity.castId);
    if (!canDraw(entity.drawing) && !isKnownFigure(entity))
      notDrawn.push({ word: entity.word, reason: `no drawing called "${entity.drawing}"` });
    else if (
      !isShown(graph.setting, entity.drawing) &&
      !(MOONS.test(entity.drawing) && entity.role !== 'character' && backdrop.openSky && graph.time === 'night')
    )
      entities.push(entity);
  }
  if (needsBoat(graph, entities)) entities.push(BOAT);
  const ties = tiesOf(entities);
  const { story } = request;

  // Single beings: a count of four is four, in a group.
  interface One {
    readonly entity: SceneEntity;
    readonly sort: Sort;
    readonly index: number;
  }
  const ones: One[] = [];
  for (const entity of entities) {
    if (ties.held.has(entity.id) || ties.worn.has(entity.id)) continue;
    const sort = sortOf(entity);
    for (let i = 0; i < Math.min(entity.count, sort === 'sky' ? 7 : 6); i++) {
      if (ones.length >= MOST) {
        if (i === 0) notDrawn.push({ word: entity.word, reason: 'no room' });
        break;
      }
      ones.push({ entity, sort, index: i });
    }
  }
  const actors = ones.filter((one) => one.sort === 'figure' || one.sort === 'animal');
  // Birds overhead make nobody smaller.
  const standing = actors.filter(({ entity }) => entity.action !== 'fly').length;
  const grounded = actors.filter(
    (one) =>
      !backdrop.floating && !flies(one.entity, one.sort) && !swims(one.entity, one.sort, graph.setting, backdrop),
  );
  const stands =
    tall < NARROW
      ? undefined
      : standsOf(
          grounded.map((one) => usual(one.entity, one.sort)),
          width / u,
          tall,
        );
  // Sun and wind by themselves have all of a tall picture's sky.
  const alone = tall >= NARROW && actors.length === 0;
  // In a tall picture those who float do so above each other, the largest lowest.
  const adrift =
    tall >= NARROW && backdrop.floating && actors.length > 2
      ? [...actors].sort((a, b) => sizeOf(b.entity, b.sort) - sizeOf(a.entity, a.sort))
      : undefined;
  const crowd = standing > 6 ? 0.74 : standing > 4 ? 0.9 : standing > 2 ? 0.92 : standing === 1 ? 1.14 : 1.04;

  const side = random() < 0.5 ? 0.37 : 0.63;
  const slots = actorSlots(actors.length, side, random);
  const centre = actors.length === 0 ? 0.5 : slots.reduce((sum, t) => sum + t, 0) / actors.length;
  const placed: Placed[] = [];
  const byId = new Map<string, Placed>();
  const inWater = WET.has(graph.setting);
  let thing = 0;
  let sceneryCount = 0;
  let skyCount = 0;
  ones.forEach((one) => {
    const { entity, sort, index } = one;
    const member = request.cast.find(({ id }) => id === entity.castId);
    const actorIndex = actors.indexOf(one);
    const flying = flies(entity, sort);
    const stand = stands?.[grounded.indexOf(one)];
    const groupShrink = index === 0 ? 1 : between(random, 0.86, 0.97);
    const far = !stand && actorIndex > 1 && actorIndex % 2 === 0;
    const size =
      sizeOf(entity, sort) *
      u *
      (sort === 'figure' || sort === 'animal' ? (stand?.scale ?? crowd) * groupShrink * (far ? 0.92 : 1) : 1) *
      (flying && sort !== 'figure' ? 0.72 : 1) *
      (sort === 'scenery' && backdrop.bed ? 0.7 : 1) *
      (sort === 'sky' && alone ? 1.35 : 1);
    let want: number;
    if (stand?.across !== undefined) want = stand.across;
    else if (actorIndex >= 0) want = slots[actorIndex]!;
    else if (sort === 'scenery')
      want =
        [centre < 0.5 ? 0.82 : 0.18, centre < 0.5 ? 0.14 : 0.86, 0.5, 0.3, 0.7][sceneryCount++ % 5]! +
        between(random, -0.03, 0.03);
    else if (sort === 'sky')
      want =
        [side < 0.5 ? 0.72 : 0.28, side < 0.5 ? 0.3 : 0.7, 0.5, 0.14, 0.88, 0.42, 0.6][skyCount % 7]! +
        between(random, -0.04, 0.04);
    else if (sort === 'boat') want = 0.5 + (side - 0.5) * 0.4;
    else
      want =
        (tall >= NARROW ? thingAside(thing++, actors.length) : [0.5, 0.24, 0.76, 0.4, 0.62, 0.15, 0.86][thing++ % 7]!) +
        between(random, -0.03, 0.03);
    const wantX = want * width;
    const toRight = faceRight(entity, wantX, centre * width, byId, actors.length, random);
    const action: Action = entity.action ?? (graph.setting === 'sky' ? 'stand' : 'stand');
    const inBed =
      sort === 'figure' &&
      action === 'sleep' &&
      backdrop.bed !== undefined &&
      index === 0 &&
      !placed.some((p) => p.fixed && p.sort === 'figure');
    let sprite: Sprite | undefined;
    let scale: number;
    let foot: readonly [number, number];
    let headInSprite: Box | undefined;
    const looks = looksOf(entity.drawing);
    let flip: boolean;
    if (sort === 'figure') {
      const figure = drawFigure({
        drawing: entity.drawing,
        member: member ?? anonymous(entity, index),
        action,
        tone: toneOf(story, member?.traits),
        wearing: ties.wearing.get(entity.id) ?? {},
        held: index === 0 ? (ties.holding.get(entity.id) ?? []) : [],
        sad: isSad(action, graph.mood),
        height: size * (inBed ? 0.8 : 1),
        inBed,
      });
      sprite = figure.sprite;
      scale = 1 / figure.scale;
      foot = figure.foot;
      headInSprite = figure.head;
      flip = !toRight;
    } else {
      sprite = castSprite(drawingFor(entity), member?.mark, size, request.lamps);
      if (!sprite) return;
      scale = size / Math.max(sprite.width, sprite.height);
      foot = [sprite.width / 2, sprite.height * 0.985];
      flip = looks !== 'front' && (looks === 'right') !== toRight;
      if (sort === 'animal') headInSprite = headOfAnimal(sprite, looks);
    }
    const h = sprite.height * scale;
    const one_: Placed = {
      entity,
      sort,
      sprite,
      scale,
      flip,
      foot,
      headInSprite,
      x: wantX,
      y: backdrop.standY,
      order: 0,
      clipY: undefined,
      shadow: !backdrop.floating,
      turn: 0,
      fixed: false,
      party: undefined,
      wantX,
    };
    // Height in the picture, by what it is and where.
    if (sort === 'sky') {
      const across = alone ? SKY_ALONE : SKY;
      const raised = alone ? 1 : 1 - 0.3 * Math.min(1, tall * 2);
      one_.y = backdrop.horizon * raised * across[skyCount++ % across.length]! + h * 0.5;
      one_.y = Math.max(h + 14 * u, Math.min(one_.y, backdrop.horizon * 0.92));
      one_.shadow = false;
      one_.order = -1000 + skyCount;
    } else if (sort === 'scenery') {
      const afloat = factsOf(entity.drawing).stands === 'water' && backdrop.waterY !== undefined;
      one_.y = afloat ? backdrop.waterY! - 60 * u : backdrop.backY;
      if (afloat) one_.clipY = one_.y - 4 * u;
      one_.shadow = !afloat && !backdrop.floating;
    } else if (backdrop.floating && (sort === 'figure' || sort === 'animal')) {
      const lift = adrift ? (630 * adrift.indexOf(one)) / (adrift.length - 1) : (actorIndex * 97) % 170;
      one_.y = backdrop.standY - (60 + lift) * u;
      one_.turn = between(random, -9, 9);
      one_.shadow = false;
    } else if (flying) {
      one_.y =
        sort === 'figure' ? backdrop.standY - 150 * u : backdrop.standY - (280 + ((placed.length * 71) % 190)) * u;
      one_.shadow = sort === 'figure';
    } else if (sort === 'boat') {
      if (backdrop.waterY !== undefined && graph.setting !== 'ship') {
        one_.y = inWater ? backdrop.waterY + 70 * u : backdrop.waterY + 20 * u;
        one_.clipY = one_.y - h * 0.1;
        one_.shadow = false;
      }
    } else if (swims(entity, sort, graph.setting, backdrop)) {
      one_.y = backdrop.waterY! + (inWater ? 70 + ((actorIndex * 53) % 60) : 10) * u + h * 0.18;
      one_.clipY = one_.y - h * (sort === 'figure' ? 0.36 : 0.16);
      one_.shadow = false;
    } else if (sort === 'thing') {
      one_.y = h > 150 * u ? backdrop.standY - (48 + 150 * tall) * u : Math.min(down(0.905), backdrop.standY + 42 * u);
    } else if (stand) one_.y = backdrop.standY - (stand.behind + (stand.behind === 0 && actorIndex % 2 ? 14 : 0)) * u;
    else one_.y = backdrop.standY - (far ? 44 : actorIndex % 2 ? 14 : 0) * u + (index % 2) * -20 * u;
    if (inBed) {
      const { x, y, width: bedWidth } = backdrop.bed!;
      one_.x = x - bedWidth * 0.33;
      one_.y = y - Math.abs(bedWidth) * 0.3;
      one_.fixed = true;
      one_.shadow = false;
      one_.order = 0;
    }
    if (sort !== 'sky') one_.order = one_.y + (sort === 'scenery' ? -300 * u : 0);
    placed.push(one_);
    if (index === 0) byId.set(entity.id, one_);
  });
  applyTies(placed, byId, { ties, setting: graph.setting, backdrop, width, u, random });
  spread(placed, {
    width,
    height,
    shape,
    clear: backdrop.tall,
    rows: adrift !== undefined || (stands?.some(({ behind }) => behind > 0) ?? false),
  });
  if (!request.backdrop.floating) hideBehind(placed, u);
  placed.sort((a, b) => a.order - b.order);
  return {
    placed: dropCovering(placed, notDrawn, tall >= NARROW),
    notDrawn,
    hasMoon: entities.some((entity) => MOONS.test(entity.drawing)),
    hasSun: entities.some((entity) => /^(sun|sun-with-face|storyloom:sun-face|sunrise|sunset)$/.test(entity.drawing)),
  };
}

/** At sea whoever does not swim needs something under the feet. */
const BOAT: SceneEntity = {
  id: 'boat-of-ours',
  word: '',
  drawing: 'storyloom:rowing-boat',
  role: 'prop',
  count: 1,
  attributes: [],
  weight: 0.2,
};

function needsBoat(graph: SceneGraph, entities: readonly SceneEntity[]): boolean {
  if (graph.setting !== 'sea' || entities.some((entity) => sortOf(entity) === 'boat')) return false;
  return entities.some(
    (entity) =>
      sortOf(entity) === 'figure' &&
      entity.action !== 'swim' &&
      entity.action !== 'fly' &&
      entity.relation?.kind !== 'riding' &&
      entity.relation?.kind !== 'on',
  );
}

function isKnownFigure(entity: SceneEntity): boolean {
  return sortOf(entity) === 'figure';
}

/** Several of one kind who have no name differ by their colours. */
function anonymous(entity: SceneEntity, index: number): CastMember | undefined {
  if (entity.castId === undefined && entity.count < 2 && entity.weight < 0.25) return undefined;
  const marks = ['#d9665a', '#4f8fc0', '#e0a63f', '#6aa66a', '#9a72bf', '#d97aa0'];
  return {
    id: `${entity.drawing}-${index}`,
    name: '',
    kind: entity.word,
    drawing: entity.drawing,
    traits: [],
    mark: marks[(index + Math.floor(randomFrom('mark', entity.id)() * marks.length)) % marks.length]!,
  };
}

function headOfAnimal(sprite: Sprite, looks: 'left' | 'right' | 'front'): Box {
  const side = Math.min(sprite.width, sprite.height) * 0.45;
  const x = looks === 'left' ? 0 : looks === 'right' ? sprite.width - side : (sprite.width - side) / 2;
  return { x, y: sprite.height * 0.04, width: side, height: side };
}

function actorSlots(count: number, side: number, random: Random): readonly number[] {
  const other = 1 - side;
  const table: readonly (readonly number[])[] = [
    [],
    [side + (0.5 - side) * 0.35],
    [side - (0.5 - side) * 0.02, other],
    [side, other + (other > side ? 0.05 : -0.05), 0.5],
    [0.34, 0.66, 0.48, side < 0.5 ? 0.82 : 0.18],
  ];
  const known = table[count];
  if (known) return known;
  const order = [0.5, 0.3, 0.7, 0.4, 0.6, 0.2, 0.8, 0.12, 0.88, 0.45, 0.55, 0.25];
  return Array.from({ length: count }, (_, i) => order[i % order.length]! + between(random, -0.015, 0.015));
}

/** Where a thing goes in a tall picture, where it would be hidden by one who acts in the middle. */
function thingAside(index: number, actors: number): number {
  const places = actors % 2 === 1 ? [0.18, 0.82, 0.5, 0.32, 0.68, 0.1, 0.9] : [0.5, 0.16, 0.84, 0.34, 0.66, 0.1, 0.9];
  return places[index % places.length]!;
}

function faceRight(
  entity: SceneEntity,
  x: number,
  centre: number,
  byId: ReadonlyMap<string, Placed>,
  actors: number,
  random: Random,
): boolean {
  const target = entity.relation && byId.get(entity.relation.target);
  if (target && Math.abs(target.x - x) > 10) return target.x > x;
  if ((actors > 1 || entity.role === 'sky' || sortOf(entity) === 'sky') && Math.abs(centre - x) > 4) return centre > x;
  return actors === 1 ? centre * 2 - x > x || x < centre || random() < 0.5 : random() < 0.5;
}

function usual(entity: SceneEntity, sort: Sort): Usual {
  const size = sizeOf(entity, sort);
  return sort === 'figure' ? { width: size * 0.7, height: size } : { width: size * 0.95, height: size * 0.85 };
}

function flies(entity: SceneEntity, sort: Sort): boolean {
  return (entity.action === 'fly' || FLYERS.test(entity.drawing)) && sort !== 'sky';
}

function swims(entity: SceneEntity, sort: Sort, setting: string, backdrop: Backdrop): boolean {
  if (backdrop.waterY === undefined || backdrop.floating) return false;
  if (sort !== 'figure' && sort !== 'animal') return false;
  return entity.action === 'swim' || factsOf(entity.drawing).stands === 'water' || setting === 'sea';
}

/** Whoever hides crouches behind a bush, so far that the face looks over it. */
function hideBehind(placed: Placed[], u: number): void {
  for (const one of placed.filter(
    ({ entity, sort, clipY }) => sort === 'figure' && entity.action === 'hide' && clipY === undefined,
  )) {
    const head = headOf(one);
    const sprite = drawingSprite('storyloom:bush', 320 * u);
    if (!head || !sprite) continue;
    const scale = (head.width * 2.3) / sprite.width;
    one.party = one.party ?? `hides ${one.entity.id}`;
    const top = head.y + head.height * 0.94;
    const bush: SceneEntity = {
      id: 'bush-of-ours',
      word: '',
      drawing: 'storyloom:bush',
      role: 'prop',
      count: 1,
      attributes: [],
      weight: 0,
    };
    placed.push({
      ...one,
      entity: bush,
      sort: 'thing',
      sprite,
      scale,
      foot: [sprite.width / 2, sprite.height],
      headInSprite: undefined,
      x: head.x + head.width / 2,
      y: Math.max(one.y + 6 * u, top + sprite.height * scale),
      order: one.order + 0.5,
      shadow: true,
      turn: 0,
      flip: false,
    });
  }
}

/**
 * The last word: whatever would still cover a face is drawn behind it, and left out if it then is itself covered. In a narrow
 * picture somebody is not left out for a thing: the thing goes behind both.
 */
function dropCovering(placed: readonly Placed[], notDrawn: NotDrawn[], narrow: boolean): readonly Placed[] {
  const kept: Placed[] = [];
  for (const one of placed) {
    const box = boxOf(one);
    const covers = kept.some((earlier) => {
      if (one.party !== undefined && one.party === earlier.party) return false;
      const head = headOf(earlier);
      return head !== undefined && overlap(head, box) > 0.1 * head.width * head.height;
    });
    if (!covers) kept.push(one);
    else if (one.sort === 'thing' || one.sort === 'scenery' || one.sort === 'boat' || !one.headInSprite)
      kept.unshift(one);
    else {
      const head = headOf(one)!;
      const hiding = kept.filter(
        (other) =>
          (other.party === undefined || other.party !== one.party) &&
          overlap(head, boxOf(other)) > 0.1 * head.width * head.height,
      );
      if (hiding.length === 0) kept.unshift(one);
      else if (narrow && hiding.every((other) => !other.headInSprite && other.party === undefined)) {
        for (const other of hiding) kept.splice(kept.indexOf(other), 1);
        kept.unshift(...hiding, one);
      } else notDrawn.push({ word: one.entity.word, reason: 'no room' });
    }
  }
  return kept;
}

/** Who cries or falls; and in a sad or frightening scene everybody whose doing does not say otherwise. */
function isSad(action: Action, mood: Mood): boolean {
  if (action === 'cry' || action === 'fall') return true;
  return SAD.has(mood) && !GLAD.has(action);
}

const SAD: ReadonlySet<Mood> = new Set(['sad', 'tense', 'scary']);
const GLAD: ReadonlySet<Action> = new Set(['laugh', 'sing', 'dance', 'hug', 'sleep']);
