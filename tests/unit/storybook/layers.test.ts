import { describe, expect, it } from 'vitest';
import { SETTINGS, STYLES, TIMES_OF_DAY, WEATHERS } from '../../../src/shared/story.ts';
import { type DrawnLayer, type DrawnScene, drawScene } from '../../../src/core/storybook/draw-scene.ts';
import { createSurface, layOver, type Surface } from '../../../src/core/storybook/paint/surface.ts';
import { entity, graph, request } from './scenes.ts';

const PAIR = [
  entity('nib', 'otter', { castId: 'nib', action: 'run' }),
  entity('tobias', 'old-man', { castId: 'tobias', action: 'wave' }),
];

function together({ layers, picture }: DrawnScene, without = ''): Surface {
  const sum = createSurface(picture.width, picture.height);
  for (const { name, surface, left } of layers) if (name !== without) layOver(sum, surface, left);
  return sum;
}

function layer({ layers }: DrawnScene, name: string): DrawnLayer {
  const found = layers.find((one) => one.name === name);
  if (!found) throw new Error(`no layer ${name}`);
  return found;
}

function alphaAt({ width, pixels }: Surface, x: number, y: number): number {
  return pixels[(y * width + x) * 4 + 3]!;
}

describe('the layers of a drawing', () => {
  it.each(SETTINGS)(
    'are its picture to the last bit in %s: would catch a parallax whose rest is not the picture',
    (setting) => {
      for (const [i, time] of TIMES_OF_DAY.entries()) {
        const at = i + SETTINGS.indexOf(setting);
        const drawn = drawScene(
          request({
            graph: graph({ setting, time, weather: WEATHERS[at % WEATHERS.length]!, entities: PAIR }),
            style: STYLES[at % STYLES.length]!,
            width: 192,
            height: 108,
          }),
        );
        expect(Buffer.compare(together(drawn).pixels, drawn.picture.pixels)).toBe(0);
        for (const { box, depth, surface, left } of drawn.layers) {
          expect(depth).toBeGreaterThanOrEqual(0);
          expect(depth).toBeLessThanOrEqual(1);
          expect(box.x).toBeGreaterThanOrEqual(-left);
          expect(box.x + left + box.width).toBeLessThanOrEqual(surface.width);
          expect(box.y + box.height).toBeLessThanOrEqual(surface.height);
        }
      }
    },
  );

  it('have clouds that repeat without a seam: would catch one that is cut where the layer ends', () => {
    for (const seed of [1, 2, 3, 4]) {
      const drawn = drawScene(request({ seed, graph: graph({ weather: 'cloudy' }) }));
      const { surface, left, box, wraps } = layer(drawn, 'clouds');
      expect(wraps).toBe(true);
      expect(box).toMatchObject({ x: -left, width: 384 + 2 * left });
      const cut = Array.from({ length: surface.height }, (_, y) => {
        const [before, after] = [alphaAt(surface, surface.width - 1, y), alphaAt(surface, 0, y)];
        return Math.min(before, after) === 0 && Math.max(before, after) > 180;
      }).filter(Boolean);
      expect(cut.length).toBeLessThanOrEqual(3);
    }
  });

  it('have a whole sky behind the clouds: would catch a hole where a cloud was', () => {
    const drawn = drawScene(request({ graph: graph({ weather: 'cloudy' }) }));
    const sky = layer(drawn, 'sky').surface;
    for (let y = 0; y < sky.height; y++) {
      const row = y * sky.width * 4;
      const blues = Array.from({ length: sky.width }, (_, x) => sky.pixels[row + x * 4 + 2]!);
      // Nothing but the sun is in it, which is on one side.
      expect(Math.abs(blues[4]! - blues[sky.width - 5]!)).toBeLessThan(30);
    }
  });

  it('have what falls on a layer of its own: would catch drops that stay in the air while others fall', () => {
    for (const weather of ['rain', 'storm', 'snow'] as const) {
      const wet = drawScene(request({ graph: graph({ weather, entities: PAIR }) }));
      expect(wet.live.falling?.kind).toBe(weather);
      const dry = together(wet, 'weather');
      const falling = layer(wet, 'weather').surface;
      let differs = 0;
      for (let at = 0; at < dry.pixels.length; at += 4) {
        if (falling.pixels[at + 3] !== 0) continue;
        if (dry.pixels[at] !== wet.picture.pixels[at]) differs++;
      }
      expect(differs).toBe(0);
      const covered = falling.pixels.reduce((sum, value, at) => sum + (at % 4 === 3 && value > 0 ? 1 : 0), 0);
      expect(covered / (384 * 216)).toBeGreaterThan(0.01);
      expect(covered / (384 * 216)).toBeLessThan(0.3);
    }
    for (const more of [{ weather: 'clear' }, { setting: 'bedroom', weather: 'rain' }] as const) {
      const dry = drawScene(request({ graph: graph(more) }));
      expect(dry.live.falling).toBeUndefined();
      expect(dry.layers.map(({ name }) => name)).not.toContain('weather');
    }
  });

  it.each(STYLES)('tell where the stars are in %s: would catch a twinkle beside its star', (style) => {
    const drawn = drawScene(request({ style, graph: graph({ time: 'night' }), width: 1280, height: 720 }));
    const { width, height, pixels } = layer(drawn, 'sky').surface;
    const light = (x: number, y: number): number => pixels[(y * width + x) * 4 + 1]!;
    const bright = drawn.live.stars.filter(({ strength, radius }) => strength > 0.8 && radius * width > 1.2);
    expect(bright.length).toBeGreaterThan(20);
    const seen = bright.filter((star) => {
      const [x, y] = [Math.floor(star.x * width), Math.floor(star.y * height)];
      if (x < 12 || x > width - 12 || y < 12 || y > height - 12) return true;
      return light(x, y) > Math.min(light(x - 11, y), light(x + 11, y), light(x, y - 11), light(x, y + 11)) + 10;
    });
    expect(seen.length / bright.length).toBeGreaterThan(0.95);
  });

  it('blow with the rain: would catch clouds that drift against it', () => {
    for (const weather of WEATHERS) {
      const { wind, falling } = drawScene(request({ graph: graph({ weather }) })).live;
      expect(wind).not.toBe(0);
      if (falling && falling.slant !== 0) expect(Math.sign(wind)).toBe(Math.sign(falling.slant));
    }
  });
});
