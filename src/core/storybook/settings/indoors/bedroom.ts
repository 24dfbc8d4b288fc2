import { box, ellipse, path, round } from '../../ink.ts';
import { pick } from '../../random.ts';
import * as furniture from '../../scenery/furniture.ts';
import type { Kit, Places } from '../backdrop.ts';
import { shell, sides, windowAt } from './room.ts';

export function bedroom(kit: Kit): Places {
  const { width, u, random, down } = kit;
  const at = sides(kit);
  const floorY = down(0.68);
  const wall = pick(random, ['#c7d7ee', '#f0d3cf', '#d5e3cc', '#dccfe8']);
  shell(kit, { wall, floor: '#c9986a', pattern: 'dots', floorY });
  windowAt(kit, at(0.56), down(0.15), 270 * u, 300 * u, pick(random, ['#e79aa0', '#8fb1dd', '#f0c27a']));
  const bedX = at(0.24);
  const bedY = floorY + 80 * u;
  const bedW = Math.min(600 * u, width * 0.44);
  const blanket = pick(random, ['#6f8fd0', '#d9748a', '#5fa68c']);
  const mirrored = bedX > width / 2;
  kit.pass('scenery', 0, 0, (ink, lights) => {
    const lampX = at(0.475);
    let out = furniture.pictureOnWall(ink, at(0.22), down(0.26), 150 * u, 120 * u, random);
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
    standY: down(0.845),
    bed: { x: bedX, y: bedY, width: mirrored ? -bedW : bedW },
  };
}
