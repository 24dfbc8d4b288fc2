import type { Look } from './look.ts';
import { tintAt, tintOfFigures } from './look.ts';
import { type Placed, boxOf, isFarOut } from './layout/geometry.ts';
import { type Affine, blit } from './paint/blit.ts';
import { halo, softSpot } from './paint/soft.ts';
import type { Box, Surface } from './paint/surface.ts';
import type { Backdrop } from './settings/backdrop.ts';
import { type Sheets, shine } from './sheets.ts';
import { cutOut } from './style.ts';

/** Drawings that give light. */
const SHINES = /candle|lantern|storyloom:lamp|match|fire|torch|jack-o-lantern|diya|light-bulb|star|lighthouse|sun/;

function affineOf(one: Placed): Affine {
  const { scale, foot, x, y } = one;
  const angle = (one.turn * Math.PI) / 180;
  const [c, s] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  const sign = one.flip ? -1 : 1;
  const a = c * sign;
  const b = s * sign;
  return { a, b, c: -s, d: c, e: x - (a * foot[0] - s * foot[1]), f: y - (b * foot[0] + c * foot[1]) };
}

/** Lays one picture into its layer, with its shadow and its light. */
export function paintPlaced(
  sheets: Sheets,
  one: Placed,
  look: Look,
  backdrop: Backdrop,
  u: number,
  paper: boolean,
): void {
  const { layers } = sheets;
  const layer = isFarOut(one)
    ? layers.scenery
    : one.sort === 'sky'
      ? /wind|cloud/.test(one.entity.drawing)
        ? layers.scenery
        : layers.far
      : one.sort === 'scenery' && one.order < backdrop.standY - 250 * u
        ? layers.ground
        : layers.figures;
  const box = boxOf(one);
  const actor = one.sort === 'figure' || one.sort === 'animal';
  const tint =
    actor || one.sort === 'thing' || one.sort === 'boat'
      ? tintOfFigures(look, actor ? 0.56 : 0.4)
      : one.sort === 'sky'
        ? { mul: [1, 1, 1] as const, add: [0, 0, 0] as const, alpha: 1 }
        : tintAt(look, 0.1);
  if (one.shadow && !paper) {
    const wide = box.width * (one.sort === 'scenery' ? 0.56 : 0.46);
    const raised = Math.max(0, backdrop.standY - 40 * u - one.y) / (400 * u);
    softSpot(
      layer,
      one.x,
      Math.max(one.y, one.sort === 'scenery' ? one.y : Math.min(one.y + 400 * u, one.y)) - 2 * u,
      wide,
      Math.min(wide * 0.2, 34 * u),
      [30, 24, 58],
      look.shadow * 1.25 * (1 - Math.min(0.5, raised)),
    );
    softSpot(layer, one.x, one.y - 2 * u, wide * 0.6, Math.min(wide * 0.11, 16 * u), [30, 24, 58], look.shadow);
  }
  const shines = look.lamps && SHINES.test(one.entity.drawing);
  const visible =
    one.clipY === undefined ? layer : { ...layer, height: Math.max(1, Math.min(layer.height, Math.round(one.clipY))) };
  if (one.sort === 'sky' && /sun|star|moon|comet/.test(one.entity.drawing)) {
    for (const sky of sheets.skies)
      halo(sky, box.x + box.width / 2, box.y + box.height / 2, box.width * 1.4, [1, 0.92, 0.7], 0.55);
  }
  if (paper) {
    const cut = cutOut(one.sprite, (4.5 * u) / one.scale);
    const moved: Placed = { ...one, sprite: cut.sprite, foot: [one.foot[0] + cut.grown, one.foot[1] + cut.grown] };
    blitShadow(visible, moved, 9 * u, look.shadow);
    blit(visible, cut.sprite, affineOf(moved), tint);
  } else blit(visible, one.sprite, affineOf(one), shines ? undefined : tint);
  if (one.clipY !== undefined && backdrop.waterY !== undefined) ripples(layer, box, one.clipY, u);
  if (shines && one.sort !== 'sky') {
    const light = {
      x: box.x + box.width / 2,
      y: box.y + box.height * 0.3,
      radius: Math.max(130 * u, box.width * 1.4),
      colour: [1, 0.8, 0.45],
      strength: 0.6,
    } as const;
    shine(sheets, light, 1);
  }
}

/** The same picture in one dark colour, a little lower: the shadow of a card on the card behind. */
function blitShadow(layer: Surface, one: Placed, drop: number, strength: number): void {
  const map = affineOf(one);
  for (const [k, alpha] of [
    [0.5, 0.5],
    [1, 0.35],
    [1.5, 0.2],
  ] as const)
    blit(
      layer,
      one.sprite,
      { ...map, e: map.e + drop * 0.5 * k, f: map.f + drop * k },
      { mul: [0, 0, 0], add: [0.12, 0.09, 0.2], alpha: strength * alpha },
    );
}

/** Where something comes out of the water. */
function ripples(layer: Surface, box: Box, y: number, u: number): void {
  const middle = box.x + box.width / 2;
  softSpot(layer, middle, y + 3 * u, box.width * 0.62, 15 * u, [236, 250, 255], 0.75);
  softSpot(layer, middle, y + 15 * u, box.width * 0.8, 12 * u, [236, 250, 255], 0.4);
}
