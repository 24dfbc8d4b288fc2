import { type Ink, box, ellipse, line, path, round } from '../ink.ts';
import { darker, lighter, mix } from '../paint/colour.ts';
import { between, pick } from '../random.ts';
import * as furniture from '../scenery/furniture.ts';
import * as ground from '../scenery/ground.ts';
import * as plant from '../scenery/plants.ts';
import { isSnowy, land } from './outdoors.ts';
import type { Kit, Places } from './backdrop.ts';

type Pattern = Parameters<typeof furniture.wallAndFloor>[7];

interface Room {
  readonly wall: string;
  readonly floor: string;
  readonly pattern: Pattern;
  readonly floorY: number;
}

function shell(kit: Kit, room: Room): void {
  kit.pass('far', 0, 0, (ink) =>
    furniture.wallAndFloor(ink, kit.width, kit.height, room.floorY, room.wall, room.floor, kit.random, room.pattern),
  );
}

/** What is to be seen outside: the hour's sky, its moon or sun, the season's hills, rain or snow. Has its own light. */
export function windowView(kit: Kit, ink: Ink, x: number, y: number, w: number, h: number): string {
  const { look, random, graph } = kit;
  const id = `w${Math.round(x)}`;
  const [far, mid] = land(kit);
  const dim = graph.time === 'night' ? 0.68 : graph.time === 'dusk' ? 0.3 : graph.weather === 'storm' ? 0.4 : 0;
  const night = (colour: string): string => mix(colour, '#18235a', dim);
  let out = box(x, y, w, h, ink.linear(look.sky[0]![1], look.sky[3]![1]));
  for (let i = 0; i < 18 * look.stars; i++)
    out += ellipse(
      x + random() * w,
      y + random() * h * 0.6,
      w * 0.008,
      w * 0.008,
      '#ffffff',
      `opacity="${round(between(random, 0.4, 1))}"`,
    );
  const clear = graph.weather === 'clear' || graph.weather === 'wind';
  if (clear && graph.time === 'night')
    out +=
      ellipse(x + w * 0.73, y + h * 0.25, w * 0.3, w * 0.3, ink.fade('#fff3c4', 0.7)) +
      ellipse(x + w * 0.73, y + h * 0.25, w * 0.1, w * 0.1, '#fff6d6');
  else if (clear)
    out +=
      ellipse(
        x + w * 0.74,
        y + h * (graph.time === 'day' ? 0.24 : 0.52),
        w * 0.32,
        w * 0.32,
        ink.fade('#fff1b0', 0.8),
      ) + ellipse(x + w * 0.74, y + h * (graph.time === 'day' ? 0.24 : 0.52), w * 0.1, w * 0.1, '#fff3c0');
  else
    out +=
      ground.cloud(ink, x + w * 0.3, y + h * 0.3, w * 0.5, night('#dbe3ec'), 0.9) +
      ground.cloud(ink, x + w * 0.75, y + h * 0.22, w * 0.44, night('#cdd7e3'), 0.9);
  out += path(
    `M${round(x)} ${round(y + h * 0.7)}Q${round(x + w * 0.3)} ${round(y + h * 0.55)} ${round(x + w * 0.6)} ${round(y + h * 0.68)}T${round(x + w)} ${round(y + h * 0.64)}V${round(y + h)}H${round(x)}Z`,
    night(far),
  );
  const tree = isSnowy(kit) ? '#a8c0c4' : plant.leafColours(graph.season)[0]!;
  out +=
    ellipse(x + w * 0.2, y + h * 0.64, w * 0.11, w * 0.13, night(darker(tree, 0.12))) +
    ellipse(x + w * 0.34, y + h * 0.68, w * 0.08, w * 0.1, night(tree));
  out += path(
    `M${round(x)} ${round(y + h * 0.82)}Q${round(x + w * 0.5)} ${round(y + h * 0.7)} ${round(x + w)} ${round(y + h * 0.84)}V${round(y + h)}H${round(x)}Z`,
    night(mid),
  );
  const { weather } = graph;
  if (weather === 'rain' || weather === 'storm')
    for (let i = 0; i < 26; i++)
      out += line(
        `M${round(x + random() * w)} ${round(y + random() * h * 0.9)}l${round(-w * 0.02)} ${round(h * 0.08)}`,
        '#d9ebf7',
        w * 0.008,
        'opacity=".7"',
      );
  if (weather === 'storm')
    out += path(
      `M${round(x + w * 0.42)} ${round(y)}l${round(-w * 0.08)} ${round(h * 0.28)}h${round(w * 0.06)}l${round(-w * 0.1)} ${round(h * 0.3)}l${round(w * 0.2)} ${round(-h * 0.36)}h${round(-w * 0.07)}l${round(w * 0.07)} ${round(-h * 0.22)}Z`,
      '#fff2a8',
    );
  if (weather === 'snow')
    for (let i = 0; i < 24; i++)
      out += ellipse(x + random() * w, y + random() * h, w * 0.013, w * 0.013, '#ffffff', 'opacity=".9"');
  if (weather === 'fog') out += box(x, y, w, h, '#e8edf0', 0, 'opacity=".55"');
  return `<clipPath id="${id}"><rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" rx="${round(w * 0.02)}"/></clipPath><g clip-path="url(#${id})">${out}</g>`;
}

/** A window with its view; daylight falls in. `x` is the middle. */
function windowAt(kit: Kit, x: number, y: number, w: number, h: number, curtain?: string): void {
  kit.pass('far', 0, y - w * 0.3, (ink) => windowView(kit, ink, x - w / 2, y, w, h), false);
  kit.pass('scenery', 0, y - w * 0.3, (ink) => furniture.windowFrame(ink, x - w / 2, y, w, h, curtain));
  if (kit.graph.time === 'night') kit.glow(x, y + h * 0.6, w * 1.5, 0.18, [0.6, 0.72, 1]);
  else kit.glow(x, y + h * 0.6, w * 1.7, 0.13, [1, 0.95, 0.8]);
}

/** Seeded sides: `at(0.2)` is 0.2 of the width from the left or from the right. */
function sides(kit: Kit): (t: number) => number {
  const flip = kit.random() < 0.5;
  return (t) => (flip ? 1 - t : t) * kit.width;
}

export function bedroom(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const at = sides(kit);
  const floorY = height * 0.68;
  const wall = pick(random, ['#c7d7ee', '#f0d3cf', '#d5e3cc', '#dccfe8']);
  shell(kit, { wall, floor: '#c9986a', pattern: 'dots', floorY });
  windowAt(kit, at(0.56), height * 0.15, 270 * u, 300 * u, pick(random, ['#e79aa0', '#8fb1dd', '#f0c27a']));
  const bedX = at(0.24);
  const bedY = floorY + 80 * u;
  const bedW = Math.min(600 * u, width * 0.44);
  const blanket = pick(random, ['#6f8fd0', '#d9748a', '#5fa68c']);
  const mirrored = bedX > width / 2;
  kit.pass('scenery', 0, 0, (ink, lights) => {
    const lampX = at(0.475);
    let out = furniture.pictureOnWall(ink, at(0.22), height * 0.26, 150 * u, 120 * u, random);
    out += furniture.bookshelf(ink, at(0.88), floorY + 14 * u, 230 * u, 420 * u, random);
    const b = furniture.bed(ink, 0, 0, bedW, blanket);
    out += `<g transform="translate(${round(bedX)} ${round(bedY)})${mirrored ? ' scale(-1 1)' : ''}">${b.back}${b.cover}</g>`;
    out += furniture.table(ink, lampX, floorY + 50 * u, 120 * u, 110 * u);
    out +=
      box(lampX - 6 * u, floorY - 130 * u, 12 * u, 70 * u, '#c99b55', 4 * u) +
      ellipse(lampX, floorY - 62 * u, 30 * u, 8 * u, '#b5843f') +
      path(
        `M${round(lampX - 34 * u)} ${round(floorY - 190 * u)}h${round(68 * u)}l${round(22 * u)} ${round(76 * u)}h${round(-112 * u)}Z`,
        ink.linear('#fff0cf', '#f0c98a'),
      );
    lights.add(
      path(
        `M${round(lampX - 34 * u)} ${round(floorY - 190 * u)}h${round(68 * u)}l${round(22 * u)} ${round(76 * u)}h${round(-112 * u)}Z`,
        '#ffe6a6',
      ),
    );
    return out;
  });
  kit.pass('ground', 0, floorY, (ink) =>
    furniture.rug(ink, at(0.62), floorY + 175 * u, 620 * u, pick(random, ['#d98c8c', '#8ca8d9', '#c9a15f'])),
  );
  if (kit.look.lamps) kit.glow(at(0.475), floorY - 150 * u, 460 * u, 0.55);
  return {
    horizon: floorY,
    backY: floorY + 20 * u,
    standY: height * 0.845,
    bed: { x: bedX, y: bedY, width: mirrored ? -bedW : bedW },
  };
}

export function kitchen(kit: Kit): Places {
  const { height, u, random } = kit;
  const at = sides(kit);
  const floorY = height * 0.68;
  shell(kit, { wall: pick(random, ['#f3e2bd', '#cfe3d6', '#f2d5c4']), floor: '#c99e78', pattern: 'stripes', floorY });
  windowAt(kit, at(0.5), height * 0.14, 240 * u, 240 * u, '#e98b7a');
  kit.pass('scenery', 0, 0, (ink, lights) => {
    let out = furniture.stove(ink, at(0.16), floorY + 40 * u, 260 * u, lights);
    out += furniture.goodsShelf(ink, at(0.82), floorY - 330 * u, 330 * u, 2, 130 * u, random, 'jars');
    out +=
      box(at(0.82) - 180 * u, floorY - 190 * u, 360 * u, 230 * u, ink.linear('#f7efe0', '#d9c6a8'), 10 * u) +
      box(at(0.82) - 195 * u, floorY - 212 * u, 390 * u, 30 * u, ink.linear('#c58d5c', '#96643f'), 8 * u);
    for (const k of [-90, 90])
      out +=
        box(
          at(0.82) + (k - 76) * u,
          floorY - 160 * u,
          152 * u,
          180 * u,
          'none',
          8 * u,
          `stroke="#cbb391" stroke-width="${round(5 * u)}"`,
        ) + ellipse(at(0.82) + k * 0.25 * u, floorY - 75 * u, 9 * u, 9 * u, '#b98550');
    return out;
  });
  const tableX = at(0.58);
  const tableY = floorY + 90 * u;
  kit.pass('ground', 0, floorY - 120 * u, (ink) => furniture.table(ink, tableX, tableY, 400 * u, 160 * u, '#f3b7a8'));
  if (kit.look.lamps) kit.glow(at(0.16), floorY - 40 * u, 340 * u, 0.6, [1, 0.6, 0.3]);
  kit.pass('scenery', 0, 0, (ink, lights) => furniture.hangingLamp(ink, tableX, height * 0.2, 150 * u, lights));
  if (kit.look.lamps) kit.glow(tableX, height * 0.22, 620 * u, 0.5);
  return {
    horizon: floorY,
    backY: floorY + 30 * u,
    standY: height * 0.85,
    surface: { x: tableX, y: tableY - 172 * u, width: 340 * u },
  };
}

export function livingRoom(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const at = sides(kit);
  const floorY = height * 0.68;
  shell(kit, { wall: pick(random, ['#e9cfa9', '#c9d8c4', '#e6c4bd']), floor: '#b98759', pattern: 'stripes', floorY });
  windowAt(kit, at(0.5), height * 0.13, 280 * u, 290 * u, '#b8656b');
  kit.pass(
    'scenery',
    0,
    0,
    (ink, lights) =>
      furniture.fireplace(ink, at(0.2), floorY + 30 * u, 340 * u, lights) +
      furniture.pictureOnWall(ink, at(0.2), height * 0.22, 190 * u, 140 * u, random) +
      furniture.bookshelf(ink, at(0.9), floorY + 16 * u, 220 * u, 440 * u, random) +
      furniture.armchair(ink, at(0.74), floorY + 70 * u, 250 * u, pick(random, ['#5f9a94', '#c0705f', '#7a78b8'])),
  );
  kit.pass('ground', 0, floorY, (ink) => furniture.rug(ink, width * 0.5, floorY + 165 * u, 760 * u, '#b5605f'));
  kit.glow(at(0.2), floorY - 30 * u, kit.look.lamps ? 520 * u : 260 * u, kit.look.lamps ? 0.8 : 0.35, [1, 0.62, 0.3]);
  return { horizon: floorY, backY: floorY + 30 * u, standY: height * 0.85 };
}

export function classroom(kit: Kit): Places {
  const { height, u } = kit;
  const at = sides(kit);
  const floorY = height * 0.67;
  shell(kit, { wall: '#f2e6c4', floor: '#c79a6c', pattern: 'plain', floorY });
  windowAt(kit, at(0.87), height * 0.14, 230 * u, 280 * u);
  kit.pass('scenery', 0, 0, (ink) => {
    const x = at(0.42);
    let out =
      box(x - 350 * u, height * 0.1, 700 * u, 330 * u, ink.linear('#c58d5a', '#96653d'), 12 * u) +
      box(x - 330 * u, height * 0.1 + 20 * u, 660 * u, 290 * u, ink.linear('#3f7a66', '#2d5d50'));
    out +=
      line(
        `M${round(x - 280 * u)} ${round(height * 0.1 + 90 * u)}l${round(30 * u)} ${round(-50 * u)}l${round(30 * u)} ${round(50 * u)}m${round(-50 * u)} ${round(-18 * u)}h${round(40 * u)}`,
        '#f4f8ee',
        6 * u,
      ) +
      ellipse(
        x + 210 * u,
        height * 0.1 + 90 * u,
        38 * u,
        38 * u,
        'none',
        `stroke="#ffe9a0" stroke-width="${round(6 * u)}"`,
      );
    out += line(
      `M${round(x - 280 * u)} ${round(height * 0.1 + 160 * u)}h${round(220 * u)}M${round(x - 280 * u)} ${round(height * 0.1 + 205 * u)}h${round(300 * u)}M${round(x - 280 * u)} ${round(height * 0.1 + 250 * u)}h${round(170 * u)}`,
      '#dfeee6',
      5 * u,
      `opacity=".7" stroke-dasharray="${round(40 * u)} ${round(18 * u)}"`,
    );
    out += box(x - 340 * u, height * 0.1 + 318 * u, 680 * u, 20 * u, '#a87649', 6 * u);
    for (const t of [0.08, 0.24, 0.66]) out += furniture.schoolDesk(ink, at(t), floorY + 70 * u, 190 * u);
    return out;
  });
  return { horizon: floorY, backY: floorY + 30 * u, standY: height * 0.85 };
}

export function library(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const floorY = height * 0.69;
  shell(kit, { wall: '#b98f6d', floor: '#a9764d', pattern: 'planks', floorY });
  const gap = between(random, 0.42, 0.58) * width;
  windowAt(kit, gap, height * 0.12, 210 * u, 330 * u, '#7a4f8c');
  kit.pass('scenery', 0, 0, (ink) => {
    let out = '';
    for (let x = gap - 300 * u; x > -140 * u; x -= 292 * u)
      out += furniture.bookshelf(ink, x, floorY + 14 * u, 285 * u, 640 * u, random);
    for (let x = gap + 300 * u; x < width + 140 * u; x += 292 * u)
      out += furniture.bookshelf(ink, x, floorY + 14 * u, 285 * u, 640 * u, random);
    const lx = (gap < width / 2 ? 0.8 : 0.2) * width;
    out += line(
      `M${round(lx - 55 * u)} ${round(floorY + 30 * u)}L${round(lx - 25 * u)} ${round(floorY - 560 * u)}M${round(lx + 55 * u)} ${round(floorY + 30 * u)}L${round(lx + 25 * u)} ${round(floorY - 560 * u)}`,
      '#d9a767',
      13 * u,
    );
    for (let i = 1; i < 9; i++)
      out += line(
        `M${round(lx - (55 - i * 3.3) * u)} ${round(floorY + (30 - i * 65) * u)}H${round(lx + (55 - i * 3.3) * u)}`,
        '#c08a4d',
        10 * u,
      );
    return out;
  });
  kit.pass('ground', 0, floorY, (ink) => furniture.rug(ink, width / 2, floorY + 165 * u, 820 * u, '#8f4f63'));
  if (kit.look.lamps) for (const t of [0.25, 0.75]) kit.glow(t * width, height * 0.42, 520 * u, 0.5);
  return { horizon: floorY, backY: floorY + 30 * u, standY: height * 0.85 };
}

function counter(kit: Kit, ink: Ink, x: number, floorY: number, w: number, colour: string): string {
  const { u } = kit;
  return (
    box(x - w / 2, floorY - 150 * u, w, 210 * u, ink.linear(lighter(colour, 0.15), darker(colour, 0.2)), 10 * u) +
    box(x - w / 2 - 18 * u, floorY - 176 * u, w + 36 * u, 34 * u, ink.linear('#e3b27c', '#b07d4b'), 10 * u) +
    [-0.33, 0, 0.33]
      .map((t) =>
        box(
          x + t * w - w * 0.13,
          floorY - 115 * u,
          w * 0.26,
          145 * u,
          'none',
          8 * u,
          `stroke="${darker(colour, 0.2)}" stroke-width="${round(5 * u)}"`,
        ),
      )
      .join('')
  );
}

export function shop(kit: Kit): Places {
  const { height, u, random } = kit;
  const at = sides(kit);
  const floorY = height * 0.68;
  shell(kit, { wall: pick(random, ['#d4e3d0', '#f0dcc0', '#d6dcee']), floor: '#bb8f66', pattern: 'planks', floorY });
  windowAt(kit, at(0.83), height * 0.17, 300 * u, 270 * u);
  kit.pass(
    'scenery',
    0,
    0,
    (ink, lights) =>
      furniture.goodsShelf(ink, at(0.3), floorY - 210 * u, 560 * u, 3, 120 * u, random, 'jars') +
      counter(kit, ink, at(0.3), floorY + 40 * u, 520 * u, '#7fa68c') +
      furniture.hangingLamp(ink, at(0.45), height * 0.17, 140 * u, lights, '#c0605a'),
  );
  if (kit.look.lamps) kit.glow(at(0.45), height * 0.2, 600 * u, 0.5);
  return {
    horizon: floorY,
    backY: floorY + 60 * u,
    standY: height * 0.85,
    surface: { x: at(0.3), y: floorY - 134 * u, width: 420 * u },
  };
}

export function bakery(kit: Kit): Places {
  const { height, u, random } = kit;
  const at = sides(kit);
  const floorY = height * 0.68;
  shell(kit, { wall: '#f4dcb8', floor: '#bb8a5e', pattern: 'plain', floorY });
  kit.pass('scenery', 0, 0, (ink, lights) => {
    const x = at(0.82);
    let out = path(
      `M${round(x - 230 * u)} ${round(floorY + 30 * u)}V${round(height * 0.34)}Q${round(x - 220 * u)} ${round(height * 0.2)} ${round(x - 80 * u)} ${round(height * 0.18)}V0H${round(x + 80 * u)}V${round(height * 0.18)}Q${round(x + 220 * u)} ${round(height * 0.2)} ${round(x + 230 * u)} ${round(height * 0.34)}V${round(floorY + 30 * u)}Z`,
      ink.linear('#d79a7c', '#a8684f', 40),
    );
    for (let i = 0; i < 16; i++)
      out += box(
        x + between(random, -205, 140) * u,
        between(random, height * 0.24, floorY),
        62 * u,
        28 * u,
        i % 2 ? '#e2ae92' : '#bf8066',
        5 * u,
        'opacity=".6"',
      );
    out += path(
      `M${round(x - 120 * u)} ${round(floorY - 110 * u)}v${round(-90 * u)}a${round(120 * u)} ${round(110 * u)} 0 0 1 ${round(240 * u)} 0v${round(90 * u)}Z`,
      '#3d2530',
    );
    const fire = path(
      `M${round(x - 96 * u)} ${round(floorY - 114 * u)}Q${round(x - 100 * u)} ${round(floorY - 190 * u)} ${round(x - 50 * u)} ${round(floorY - 220 * u)}Q${round(x - 40 * u)} ${round(floorY - 180 * u)} ${round(x)} ${round(floorY - 235 * u)}Q${round(x + 40 * u)} ${round(floorY - 180 * u)} ${round(x + 62 * u)} ${round(floorY - 215 * u)}Q${round(x + 100 * u)} ${round(floorY - 180 * u)} ${round(x + 96 * u)} ${round(floorY - 114 * u)}Z`,
      ink.linear('#ffd75e', '#ff7a3d'),
    );
    lights.add(fire);
    out += fire + box(x - 140 * u, floorY - 118 * u, 280 * u, 26 * u, '#8f5a48', 6 * u);
    out +=
      furniture.goodsShelf(ink, at(0.28), floorY - 230 * u, 540 * u, 3, 120 * u, random, 'bread') +
      counter(kit, ink, at(0.28), floorY + 40 * u, 520 * u, '#c98f66');
    return out;
  });
  kit.glow(at(0.82), floorY - 160 * u, 480 * u, 0.6, [1, 0.6, 0.3]);
  return {
    horizon: floorY,
    backY: floorY + 60 * u,
    standY: height * 0.85,
    surface: { x: at(0.28), y: floorY - 134 * u, width: 440 * u },
  };
}

export function workshop(kit: Kit): Places {
  const { height, u, random } = kit;
  const at = sides(kit);
  const floorY = height * 0.68;
  shell(kit, { wall: '#c39a72', floor: '#a67a52', pattern: 'planks', floorY });
  windowAt(kit, at(0.78), height * 0.15, 260 * u, 250 * u);
  kit.pass('scenery', 0, 0, (ink, lights) => {
    let out = furniture.goodsShelf(ink, at(0.3), floorY - 300 * u, 480 * u, 2, 150 * u, random, 'tools');
    for (const [t, y, r] of [
      [0.53, 0.2, 62],
      [0.6, 0.36, 40],
      [0.5, 0.42, 30],
    ] as const) {
      const x = at(t);
      out +=
        ellipse(x, height * y, r * u, r * u, ink.ball('#e8c27c', '#9c6a35')) +
        ellipse(x, height * y, r * 0.8 * u, r * 0.8 * u, '#fff8e6') +
        line(
          `M${round(x)} ${round(height * y)}v${round(-r * 0.55 * u)}M${round(x)} ${round(height * y)}l${round(r * 0.4 * u)} ${round(r * 0.2 * u)}`,
          '#4d3d3a',
          r * 0.09 * u,
        );
    }
    out +=
      furniture.table(ink, at(0.3), floorY + 56 * u, 540 * u, 190 * u) +
      furniture.hangingLamp(ink, at(0.34), height * 0.18, 150 * u, lights, '#4f8a78');
    return out;
  });
  if (kit.look.lamps) kit.glow(at(0.34), height * 0.24, 620 * u, 0.5);
  return {
    horizon: floorY,
    backY: floorY + 60 * u,
    standY: height * 0.85,
    surface: { x: at(0.3), y: floorY - 152 * u, width: 440 * u },
  };
}

export function hall(kit: Kit, royal = false): Places {
  const { width, height, u } = kit;
  const floorY = height * 0.67;
  const stoneColour = royal ? '#efe0d0' : '#cfc4bf';
  shell(kit, { wall: royal ? '#e6c9cf' : '#b9aeb0', floor: royal ? '#e8d3b4' : '#a89a94', pattern: 'stone', floorY });
  for (const t of [0.26, 0.74])
    windowAt(kit, t * width, height * 0.13, 170 * u, 330 * u, royal ? '#b0475c' : undefined);
  const carpet = royal ? '#b8384f' : '#8a4458';
  kit.pass('scenery', 0, 0, (ink, lights) => {
    let out = '';
    for (const t of [0.08, 0.42, 0.58, 0.92])
      out += furniture.column(ink, t * width, floorY + 26 * u, 74 * u, height * 0.06, stoneColour);
    for (const t of [0.17, 0.83])
      out +=
        path(
          `M${round(t * width - 44 * u)} ${round(height * 0.12)}h${round(88 * u)}v${round(250 * u)}l${round(-44 * u)} ${round(-40 * u)}l${round(-44 * u)} ${round(40 * u)}Z`,
          ink.linear(lighter(carpet, 0.12), darker(carpet, 0.2)),
        ) +
        path(
          `M${round(t * width)} ${round(height * 0.12 + 70 * u)}l${round(11 * u)} ${round(30 * u)}h${round(30 * u)}l${round(-24 * u)} ${round(19 * u)}l${round(9 * u)} ${round(31 * u)}l${round(-26 * u)} ${round(-18 * u)}l${round(-26 * u)} ${round(18 * u)}l${round(9 * u)} ${round(-31 * u)}l${round(-24 * u)} ${round(-19 * u)}h${round(30 * u)}Z`,
          '#f6cf62',
        );
    if (royal) {
      const x = width / 2;
      const y = floorY + 30 * u;
      out += box(x - 150 * u, y - 24 * u, 300 * u, 34 * u, darker(stoneColour, 0.1), 6 * u);
      out +=
        path(
          `M${round(x - 85 * u)} ${round(y - 24 * u)}V${round(y - 290 * u)}Q${round(x)} ${round(y - 390 * u)} ${round(x + 85 * u)} ${round(y - 290 * u)}V${round(y - 24 * u)}Z`,
          ink.linear('#ffd870', '#b98330', 70),
        ) +
        path(
          `M${round(x - 62 * u)} ${round(y - 120 * u)}V${round(y - 275 * u)}Q${round(x)} ${round(y - 345 * u)} ${round(x + 62 * u)} ${round(y - 275 * u)}V${round(y - 120 * u)}Z`,
          ink.linear('#d9556b', '#a5334c'),
        ) +
        box(x - 74 * u, y - 130 * u, 148 * u, 50 * u, '#c23f58', 16 * u);
    }
    return out + furniture.chandelier(ink, width * 0.5, height * 0.09, 130 * u, lights);
  });
  kit.pass(
    'ground',
    0,
    floorY,
    (ink) =>
      path(
        `M${round(width * 0.44)} ${round(floorY + 30 * u)}H${round(width * 0.56)}L${round(width * 0.74)} ${round(height + 5)}H${round(width * 0.26)}Z`,
        ink.linear(carpet, darker(carpet, 0.2)),
      ) +
      line(
        `M${round(width * 0.45)} ${round(floorY + 30 * u)}L${round(width * 0.285)} ${round(height)}M${round(width * 0.55)} ${round(floorY + 30 * u)}L${round(width * 0.715)} ${round(height)}`,
        '#f2c75c',
        8 * u,
      ),
  );
  if (kit.look.lamps) kit.glow(width * 0.5, height * 0.12, 760 * u, 0.5);
  return { horizon: floorY, backY: floorY + 30 * u, standY: height * 0.85 };
}

export function palace(kit: Kit): Places {
  return hall(kit, true);
}

/** A compartment: big windows behind, seats left and right, the landscape running by. */
export function train(kit: Kit): Places {
  const { width, height, u } = kit;
  const floorY = height * 0.72;
  kit.pass(
    'far',
    0,
    0,
    (ink) =>
      box(0, 0, width, height, ink.linear('#c98a5c', '#8f5c42')) +
      box(0, 0, width, height * 0.1, ink.linear('#e9cfa5', '#cfae80')) +
      box(0, floorY, width, height - floorY, ink.linear('#8a6a63', '#5c464a')),
  );
  const w = Math.min(430 * u, width * 0.3);
  const count = width > height ? 3 : 2;
  for (let i = 0; i < count; i++) {
    const x = (width * (i + 0.5)) / count;
    windowAt(kit, x, height * 0.17, w, 300 * u, '#a8454f');
  }
  kit.pass('scenery', 0, 0, (ink, lights) => {
    let out =
      box(0, height * 0.115, width, 18 * u, '#d9a95f', 6 * u) +
      box(0, floorY - 120 * u, width, 130 * u, ink.linear('#a56a45', '#7a4a36'));
    for (let x = 30 * u; x < width; x += 150 * u)
      out += box(
        x,
        floorY - 100 * u,
        120 * u,
        90 * u,
        'none',
        10 * u,
        `stroke="#c08a5c" stroke-width="${round(5 * u)}"`,
      );
    for (const side of [-1, 1]) {
      const x = side < 0 ? width * 0.085 : width * 0.915;
      const seat = '#4f7a8c';
      out +=
        box(
          x - 130 * u,
          floorY - 260 * u,
          260 * u,
          300 * u,
          ink.linear(lighter(seat, 0.2), darker(seat, 0.2), 40),
          40 * u,
        ) +
        box(x - 145 * u, floorY - 20 * u, 290 * u, 90 * u, ink.linear(lighter(seat, 0.3), darker(seat, 0.12)), 30 * u) +
        box(x - 120 * u, floorY + 60 * u, 240 * u, 40 * u, '#5c4038', 6 * u);
    }
    for (let i = 1; i < count; i++)
      out += furniture.hangingLamp(ink, (width * i) / count, height * 0.16, 90 * u, lights, '#d9a441');
    return out;
  });
  kit.pass('ground', 0, floorY, (ink) => furniture.rug(ink, width / 2, floorY + 130 * u, 900 * u, '#8f4a52'));
  if (kit.look.lamps) for (let i = 1; i < count; i++) kit.glow((width * i) / count, height * 0.18, 470 * u, 0.55);
  return { horizon: floorY, backY: floorY + 30 * u, standY: height * 0.85, openSky: false };
}
