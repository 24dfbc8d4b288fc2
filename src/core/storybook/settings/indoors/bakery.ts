import { box, path, round } from '../../ink.ts';
import { between } from '../../random.ts';
import * as furniture from '../../scenery/furniture.ts';
import type { Kit, Places } from '../backdrop.ts';
import { counter } from './counter.ts';
import { shell, sides } from './room.ts';

export function bakery(kit: Kit): Places {
  const { u, random, down } = kit;
  const at = sides(kit);
  const floorY = down(0.68);
  shell(kit, { wall: '#f4dcb8', floor: '#bb8a5e', pattern: 'plain', floorY });
  kit.pass('scenery', 0, 0, (ink, lights) => {
    const x = at(0.82);
    let out = path(
      `M${round(x - 230 * u)} ${round(floorY + 30 * u)}V${round(down(0.34))}Q${round(x - 220 * u)} ${round(down(0.2))} ${round(x - 80 * u)} ${round(down(0.18))}V0H${round(x + 80 * u)}V${round(down(0.18))}Q${round(x + 220 * u)} ${round(down(0.2))} ${round(x + 230 * u)} ${round(down(0.34))}V${round(floorY + 30 * u)}Z`,
      ink.linear('#d79a7c', '#a8684f', 40),
    );
    for (let i = 0; i < 16; i++)
      out += box(
        x + between(random, -205, 140) * u,
        between(random, down(0.24), floorY),
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
    standY: down(0.85),
    surface: { x: at(0.28), y: floorY - 134 * u, width: 440 * u },
  };
}
