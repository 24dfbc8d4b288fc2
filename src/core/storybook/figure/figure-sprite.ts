import type { Action, CastMember } from '../../../shared/story.ts';
import { cropped, drawingSprite, packedSvg, stepSize } from '../drawings/drawing-sprite.ts';
import { hasPacked, packedBody } from '../drawings/pack.ts';
import { createInk, svgDocument } from '../ink.ts';
import { type Sprite, blit, toSprite } from '../paint/blit.ts';
import { cachedSprite, rasterise } from '../paint/rasterise.ts';
import { type Box, createSurface, inkBox } from '../paint/surface.ts';
import { randomFrom } from '../random.ts';
import { drawBody } from './body.ts';
import { closeEyes, sadden } from './face.ts';
import { marksOf, zzz } from './marks.ts';
import { onHead } from './on-head.ts';
import { OWN_HEADS } from './heads.ts';
import { type Wearing, outfitOf } from './outfit.ts';
import { poseOf } from './pose.ts';
import { type Species, isBust, speciesOf } from './species.ts';

export interface FigureRequest {
  /** The drawing that the graph names. */
  readonly drawing: string;
  readonly member: CastMember | undefined;
  readonly action: Action;
  /** light, medium-light, medium, medium-dark or dark. */
  readonly tone: string;
  readonly wearing: Wearing;
  /** What the near and the far hand carry. */
  readonly held: readonly string[];
  /** Pixels from the feet to the top of the head of a standing figure. */
  readonly height: number;
  /** Mouth and brows of one who is unhappy or afraid. */
  readonly sad: boolean;
  /** Only head and arms above a blanket. */
  readonly inBed: boolean;
}

/** A figure's picture, facing right, cut to its ink. */
export interface Figure {
  readonly sprite: Sprite;
  /** Pixels of the sprite for one pixel of `height`: scale the sprite by its inverse. */
  readonly scale: number;
  /** In the sprite's pixels: the point that stands on the ground, and the head. */
  readonly foot: readonly [number, number];
  readonly head: Box;
}

/** The side of the square that a figure is drawn in, and where its feet are in it, in the body's units. */
const FRAME = 200;
const FOOT: readonly [number, number] = [100, 158];
const BASE = 104;

export function isFigure(drawing: string): boolean {
  return speciesOf(drawing) !== undefined || isBust(drawing);
}

function tonedName(drawing: string, tone: string): string {
  const near = { 'medium-light': 'light', 'medium-dark': 'dark' }[tone] ?? tone;
  // The drawing set has some people only as man or woman.
  const man = drawing.startsWith('person-') ? drawing.replace('person-', 'man-') : `man-${drawing}`;
  return [`${drawing}-${tone}`, `${drawing}-${near}`, `${man}-${near}`].find(hasPacked) ?? drawing;
}

interface Face {
  readonly closed: boolean;
  readonly sad: boolean;
}

function headSprite(species: Species, tone: string, pixels: number, { closed, sad }: Face, extra: string): Sprite {
  const step = stepSize(pixels);
  const name = species.human ? tonedName(species.head, tone) : species.head;
  return cachedSprite(`h|${name}|${step}|${closed}|${sad}|${extra}`, () => {
    const plain = (): string => {
      if (!species.head.startsWith('own:')) return packedSvg(packedBody(name) ?? '', extra);
      const ink = createInk();
      const body = OWN_HEADS[species.head.slice(4)]!(ink, sad);
      return packedSvg(ink.defs() + body, extra);
    };
    const open = rasterise(plain(), step);
    const looking = sad ? sadden(open, species) : open;
    return closed ? closeEyes(looking, species) : looking;
  });
}

export function drawFigure(request: FigureRequest): Figure {
  const step = stepSize(request.height);
  const { member, action, wearing } = request;
  const key = `f|${request.drawing}|${member?.id ?? ''}|${member?.mark ?? ''}|${action}|${request.tone}|${JSON.stringify(wearing)}|${request.held.join('+')}|${step}|${request.inBed}|${request.sad}`;
  // The head's place goes with the sprite.
  const known = places.get(key);
  const sprite = cachedSprite(key, () => {
    const made = paintFigure(request, step);
    places.set(key, { foot: made.foot, head: made.head });
    return made.sprite;
  });
  const place = places.get(key) ?? known!;
  return { sprite, scale: step / request.height, ...place };
}

const places = new Map<string, Pick<Figure, 'foot' | 'head'>>();

function paintFigure(request: FigureRequest, step: number): Omit<Figure, 'scale'> {
  const { drawing, member, action, tone } = request;
  const unit = step / BASE;
  const size = Math.round(FRAME * unit);
  const surface = createSurface(size, size);
  const bust = isBust(drawing) ? tonedName(drawing, tone) : undefined;
  const species = bust === undefined ? speciesOf(drawing)! : bustSpecies(bust, tone);
  const adult = species.human && !/^(boy|girl|child|baby)/.test(drawing);
  const outfit = outfitOf(species.human, drawing, member, request.wearing);
  const dressed =
    bust === undefined
      ? outfit
      : {
          ...outfit,
          garment: ROBED.test(drawing) ? ('robe' as const) : ('overall' as const),
          main: bustColour(bust),
          second: outfit.main,
          bow: false,
        };
  const acting = request.inBed ? { ...poseOf('stand'), headTilt: 6, eyesClosed: action === 'sleep' } : poseOf(action);
  // A hand that carries something is held out, whatever the legs do.
  const pose =
    request.held.length === 0 || request.inBed || READY.has(action)
      ? acting
      : { ...acting, nearArm: [56, 40] as const };
  const skin =
    species.human && bust === undefined
      ? { ...species, fur: species.fur === '#f0c3a2' ? skinOf(tone) : species.fur }
      : species;
  const ink = createInk();
  const body = drawBody(ink, skin, dressed, pose, adult);
  const headSize = bust === undefined ? body.head.size : 66;
  const headY = bust === undefined ? body.head.y : body.head.y - 5;
  const head =
    bust === undefined
      ? headSprite(
          species,
          tone,
          headSize * unit,
          { closed: pose.eyesClosed, sad: request.sad },
          onHead(dressed, species),
        )
      : cachedSprite(`b|${bust}|${stepSize(headSize * unit)}`, () =>
          rasterise(packedSvg(packedBody(bust) ?? ''), stepSize(headSize * unit)),
        );
  const turn = (pose.turn * Math.PI) / 180;
  const c = Math.cos(turn);
  const s = Math.sin(turn);
  // Lying and falling turn about the hip.
  const pivot: readonly [number, number] = pose.turn === 0 ? [0, 0] : [0, -24];
  const place = (x: number, y: number): readonly [number, number] => [
    (FOOT[0] + pivot[0] + (x - pivot[0]) * c - (y - pivot[1]) * s) * unit,
    (FOOT[1] + pivot[1] + (x - pivot[0]) * s + (y - pivot[1]) * c) * unit,
  ];
  const layer = (svg: string): void => {
    if (svg === '') return;
    const drawn = `<g transform="translate(${FOOT[0]} ${FOOT[1]}) rotate(${pose.turn} ${pivot[0]} ${pivot[1]})">${svg}</g>`;
    blit(surface, rasterise(svgDocument(ink, FRAME, FRAME, drawn), size), { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 });
  };
  const stamp = (sprite: Sprite, x: number, y: number, width: number, degrees: number): void => {
    const k = (width * unit) / sprite.width;
    const angle = ((degrees + pose.turn) * Math.PI) / 180;
    const [px, py] = place(x, y);
    const [a, b] = [Math.cos(angle) * k, Math.sin(angle) * k];
    blit(surface, sprite, {
      a,
      b,
      c: -b,
      d: a,
      e: px - (a * sprite.width - b * sprite.height) / 2,
      f: py - (b * sprite.width + a * sprite.height) / 2,
    });
  };
  /** A long thing is gripped low, a bag hangs from the hand, the rest lies in it; never before the face. */
  const hold = (drawing: string, hand: readonly [number, number], farHand: boolean): void => {
    const sprite = drawingSprite(drawing, holdSize(drawing) * unit);
    if (!sprite) return;
    const k = holdSize(drawing) / Math.max(sprite.width, sprite.height);
    const [wide, tall] = [sprite.width * k, sprite.height * k];
    const hangs = /basket|bucket|bag|lantern|luggage|briefcase/.test(drawing);
    const long = tall > wide * 1.6 || /umbrella|balloon/.test(drawing);
    const x = farHand ? hand[0] - wide * 0.2 : hand[0] + Math.max(0, wide * 0.5 - 7);
    stamp(
      sprite,
      x,
      hangs ? hand[1] + tall * 0.42 : hand[1] - tall * (long ? 0.3 : 0.16),
      wide,
      hangs ? 0 : tiltOf(action),
    );
  };
  const far = request.held[1];
  if (far !== undefined && !request.inBed) hold(far, body.farHand, true);
  if (!request.inBed) layer(body.behind);
  stamp(head, body.head.x, headY, headSize, body.head.turn);
  const [near] = request.held;
  if (near !== undefined && !request.inBed) hold(near, body.nearHand, false);
  layer((request.inBed ? '' : body.before) + marksOf(action, body.head.x, headY, headSize, ink));
  if (action === 'sleep') {
    const [zx, zy] = place(body.head.x + (request.inBed ? 16 : 20), headY - (request.inBed ? 22 : 0));
    blit(surface, rasterise(svgDocument(ink, FRAME, FRAME, zzz(zx / unit + 6, zy / unit - 24, 0.8)), size), {
      a: 1,
      b: 0,
      c: 0,
      d: 1,
      e: 0,
      f: 0,
    });
  }
  const ink2 = inkBox(surface) ?? { x: 0, y: 0, width: 1, height: 1 };
  const half = headSize * unit * (bust === undefined ? 0.46 : 0.34);
  const [hx, hy] = place(body.head.x, headY - (bust === undefined ? 0 : 14));
  const lowest = pose.turn === 0 ? FOOT[1] * unit : ink2.y + ink2.height;
  return {
    sprite: cropped(toSprite(surface)),
    foot: [FOOT[0] * unit - ink2.x, (request.inBed ? hy + half : lowest) - ink2.y],
    head: { x: hx - half - ink2.x, y: hy - half - ink2.y, width: half * 2, height: half * 2 },
  };
}

/** People from the waist up whose clothes reach the ground. */
const ROBED = /woman|princess|prince|crown|mage|judge|genie|vampire|elf|headscarf|student/;

const READY: ReadonlySet<Action> = new Set(['hold', 'give', 'eat', 'read', 'work', 'fight', 'point', 'wave']);

function holdSize(held: string): number {
  return /umbrella|rake|balloon|fishing|broom|kite|axe|pick|guitar|bow/.test(held)
    ? 52
    : /match|candle|key|ring|coin|badge|nut|berry|egg/.test(held)
      ? 26
      : 36;
}

function tiltOf(action: Action): number {
  return action === 'fight' || action === 'run' ? -24 : action === 'eat' ? -10 : 8;
}

function skinOf(tone: string): string {
  return (
    { light: '#f4cdb4', 'medium-light': '#e8b98f', medium: '#c98f66', 'medium-dark': '#9a6849', dark: '#6b4739' }[
      tone
    ] ?? '#e8b98f'
  );
}

/** The tone of all people of one story, unless a member's traits say otherwise. */
export function toneOf(story: string, traits: readonly string[] = []): string {
  const words = traits.join(' ').toLowerCase();
  if (/pale|fair/.test(words)) return 'light';
  if (/dark-skinned|black-skinned/.test(words)) return 'dark';
  return ['light', 'medium-light', 'medium', 'medium-dark', 'light', 'medium'][
    Math.floor(randomFrom('tone', story)() * 6)
  ]!;
}

function bustSpecies(name: string, tone: string): Species {
  return {
    head: name,
    fur: skinOf(tone),
    belly: skinOf(tone),
    tail: 'none',
    human: true,
    eyes: { dx: 2.5, y: 14, rx: 1, ry: 1 },
    top: 2,
    chin: 24,
  };
}

/** The colour of the clothes at the lower edge of a picture of somebody from the waist up. */
function bustColour(name: string): string {
  const known = colours.get(name);
  if (known !== undefined) return known;
  const sprite = rasterise(packedSvg(packedBody(name) ?? ''), 32);
  let [r, g, b, n] = [0, 0, 0, 0];
  for (let y = 26; y < 30; y++)
    for (let x = 8; x < 24; x++) {
      const at = (y * 32 + x) * 4;
      if (sprite.pixels[at + 3]! < 250) continue;
      r += sprite.pixels[at]!;
      g += sprite.pixels[at + 1]!;
      b += sprite.pixels[at + 2]!;
      n++;
    }
  const part = (value: number): string =>
    Math.round(value / Math.max(1, n))
      .toString(16)
      .padStart(2, '0');
  const colour = `#${part(r)}${part(g)}${part(b)}`;
  colours.set(name, colour);
  return colour;
}

const colours = new Map<string, string>();
