import { type Ink, box, ellipse, line, path, round } from '../../ink.ts';
import { darker, mix } from '../../paint/colour.ts';
import { between } from '../../random.ts';
import * as ground from '../../scenery/ground.ts';
import * as plant from '../../scenery/plants.ts';
import type { Kit } from '../backdrop.ts';
import { isSnowy, land } from '../outdoors/land.ts';

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
