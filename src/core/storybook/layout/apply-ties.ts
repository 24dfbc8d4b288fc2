import type { Setting } from '../../../shared/story.ts';
import { factsOf } from '../drawings/lexicon-facts.ts';
import { type Sprite, toSprite } from '../paint/blit.ts';
import type { Random } from '../random.ts';
import { between } from '../random.ts';
import type { Backdrop } from '../settings/backdrop.ts';
import { FAR_OUT, type Placed } from './geometry.ts';
import type { Ties } from './ties.ts';

/** How far down a boat's or vessel's rim is: who is in it shows above. */
const RIMS: Readonly<Record<string, number>> = {
  'storyloom:bathtub-boat': 0.56,
  'storyloom:rowing-boat': 0.4,
  canoe: 0.45,
  sailboat: 0.74,
  bathtub: 0.45,
  'storyloom:basket': 0.45,
  'storyloom:nest': 0.5,
  'storyloom:bucket': 0.3,
  'storyloom:cucumber-frame': 0.5,
  speedboat: 0.5,
  'motor-boat': 0.5,
};

/** Ships on whose deck people are small. */
const LARGE = /^(ship|passenger-ship|ferry)$/;

/** The part of a sprite below `from` (a share of its height). */
function lowerPart(sprite: Sprite, from: number): Sprite {
  const cut = Math.round(sprite.height * from);
  return toSprite({
    width: sprite.width,
    height: sprite.height - cut,
    pixels: sprite.pixels.subarray(cut * sprite.width * 4),
  });
}

/** Seats `crew` in `vessel`: they stand behind its front side. Returns that front side, to be drawn over them. */
function seat(vessel: Placed, crew: readonly Placed[]): Placed {
  const large = LARGE.test(vessel.entity.drawing);
  vessel.scale *= vessel.entity.drawing === 'sailboat' ? 1.4 : large ? 1.1 : 1.1 + 0.16 * crew.length;
  const w = vessel.sprite.width * vessel.scale;
  const h = vessel.sprite.height * vessel.scale;
  const rim = large ? 0.52 : (RIMS[vessel.entity.drawing] ?? 0.5);
  const party = `in ${vessel.entity.id}`;
  vessel.party = party;
  vessel.fixed = true;
  const shift = /bathtub-boat/.test(vessel.entity.drawing) ? -0.2 : 0;
  crew.forEach((one, i) => {
    const room = (w * (large ? 0.5 : 0.74)) / crew.length;
    const limit = large ? h * 0.42 : vessel.entity.drawing === 'sailboat' ? h * 0.5 : h * 1.3;
    const tall = one.sprite.height * one.scale;
    one.scale *= Math.min(1, limit / tall, (room * 1.6) / (one.sprite.width * one.scale));
    one.x = vessel.x + ((i + 0.5) / crew.length - 0.5 + (crew.length === 1 ? shift : 0)) * w * (large ? 0.5 : 0.7);
    one.y = vessel.y - h * (1 - rim) * (large ? 1 : 0.42);
    if (one.headInSprite) {
      // Whoever sits low is raised until the chin is above the rim.
      const { y, height } = one.headInSprite;
      one.y = Math.min(one.y, vessel.y - h * (1 - rim) + (one.foot[1] - y - height) * one.scale);
    }
    one.order = vessel.order + 1 + i * 0.01;
    one.clipY = undefined;
    one.shadow = false;
    one.fixed = true;
    one.turn = 0;
    one.party = party;
  });
  const front = lowerPart(vessel.sprite, rim);
  const cut = vessel.sprite.height - front.height;
  return {
    ...vessel,
    sprite: front,
    foot: [vessel.foot[0], vessel.foot[1] - cut],
    headInSprite: undefined,
    order: vessel.order + 2,
    shadow: false,
  };
}

/** A ship that nobody of the story is in sails far out. */
function sendFar(boat: Placed, backdrop: Backdrop, u: number): void {
  boat.scale *= 0.62;
  boat.y = backdrop.waterY! - 62 * u;
  boat.clipY = boat.y - boat.sprite.height * boat.scale * 0.08;
  boat.order = FAR_OUT;
  boat.fixed = true;
}

export interface TieRequest {
  readonly ties: Ties;
  readonly setting: Setting;
  readonly backdrop: Backdrop;
  readonly width: number;
  readonly u: number;
  readonly random: Random;
}

/** Puts things on, in, under and beside what the text says they are on, in, under and beside. */
export function applyTies(placed: Placed[], byId: ReadonlyMap<string, Placed>, request: TieRequest): void {
  const { backdrop, ties, u, setting } = request;
  const target = (one: Placed): Placed | undefined => {
    const relation = ties.relation.get(one.entity.id);
    return relation && byId.get(relation.target);
  };
  const inside = new Map<Placed, Placed[]>();
  const boat = placed.find((one) => one.sort === 'boat');
  for (const one of placed) {
    const vessel = target(one);
    const kind = ties.relation.get(one.entity.id)?.kind;
    const goesIn =
      vessel &&
      vessel !== one &&
      (kind === 'in' || kind === 'on' || kind === 'riding') &&
      (vessel.sort === 'boat' || (kind === 'in' && RIMS[vessel.entity.drawing] !== undefined));
    const atSea =
      boat &&
      one.sort === 'figure' &&
      one.entity.action !== 'swim' &&
      boat.clipY !== undefined &&
      (setting === 'sea' || setting === 'lake' || setting === 'river');
    const into = goesIn ? vessel : atSea ? boat : undefined;
    if (into) inside.set(into, [...(inside.get(into) ?? []), one].slice(0, 3));
  }
  for (const [vessel, crew] of inside) placed.push(seat(vessel, crew));
  if (boat && !inside.has(boat) && boat.clipY !== undefined) sendFar(boat, backdrop, u);
  for (const one of placed) {
    if (one.fixed) continue;
    const relation = ties.relation.get(one.entity.id);
    const other = target(one);
    if (!relation || !other || other === one) continue;
    const tw = other.sprite.width * other.scale;
    const th = other.sprite.height * other.scale;
    const h = one.sprite.height * one.scale;
    const small = one.sort === 'thing' || (one.sort === 'animal' && h < th * 0.6);
    switch (relation.kind) {
      case 'on':
      case 'riding':
        if (other.sort === 'sky' || (th < h * 0.22 && other.sort !== 'thing')) break;
        if (other.sort === 'scenery' && th > 300 * u && !small) {
          // Too high to be seen well: before it instead.
          one.y = backdrop.standY;
          break;
        }
        if (other.sort === 'figure' && !small) break;
        if (relation.kind === 'riding' && one.sort === 'figure') one.scale *= 0.84;
        // On the back, not on the head.
        one.x = other.x + (other.headInSprite ? awayFromHead(other) * tw : between(request.random, -0.08, 0.08) * tw);
        one.y =
          other.y -
          th *
            (/stairs|ladder/.test(other.entity.drawing)
              ? 0.4
              : other.sort === 'animal'
                ? 0.6
                : other.sort === 'figure'
                  ? 0.95
                  : 0.84);
        one.order = other.order + 1;
        one.shadow = false;
        one.clipY = undefined;
        one.party = other.party = other.party ?? `with ${other.entity.id}`;
        one.fixed = true;
        other.fixed = true;
        break;
      case 'above':
        one.x = other.x;
        one.y = Math.max(h + 10 * u, other.y - th - 20 * u);
        one.shadow = false;
        break;
      case 'under':
        if (other.sort === 'scenery') one.x = other.x + (other.x > request.width / 2 ? -0.2 : 0.2) * tw;
        else if (small) one.x = other.x;
        break;
      case 'behind':
        one.x = other.x + (other.x > request.width / 2 ? -0.55 : 0.55) * tw;
        one.y = Math.min(one.y, other.y - 30 * u);
        one.order = other.order - 1;
        break;
      default:
        break;
    }
  }
  layTable(placed, backdrop);
}

/** Where a back is, as a share of the width from the foot: on the side that the head is not. */
function awayFromHead(one: Placed): number {
  const head = one.headInSprite!;
  const middle = (head.x + head.width / 2) / one.sprite.width - 0.5;
  if (Math.abs(middle) < 0.1) return 0;
  return (middle < 0 ? 0.2 : -0.2) * (one.flip ? -1 : 1);
}

/** Things for the table lie on the room's table. */
function layTable(placed: readonly Placed[], backdrop: Backdrop): void {
  const { surface } = backdrop;
  if (!surface) return;
  const free = placed
    .filter((one) => one.sort === 'thing' && !one.fixed && factsOf(one.entity.drawing).stands !== 'ground')
    .slice(0, 3);
  free.forEach((one, i) => {
    one.scale *= 0.8;
    one.x = surface.x + ((i + 0.5) / free.length - 0.5) * surface.width;
    one.y = surface.y;
    one.order = surface.y;
    one.fixed = true;
    one.shadow = false;
  });
}
