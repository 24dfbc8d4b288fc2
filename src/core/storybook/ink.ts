/** Collects the gradients that a piece of SVG uses; equal gradients are shared. */
export interface Ink {
  /** From top to bottom, or along `degrees` clockwise from straight down; for use in fill="..." and stroke="...". */
  linear(from: string, to: string, degrees?: number): string;
  /** From a light spot at the upper left to the edge. */
  ball(middle: string, edge: string): string;
  /** A spot that fades to nothing. */
  fade(colour: string, alpha: number): string;
  /** From `alpha` at the top to nothing at the bottom (or the other way round when `up`). */
  veil(colour: string, alpha: number, up?: boolean): string;
  defs(): string;
}

export function createInk(): Ink {
  const known = new Map<string, { id: string; body: string }>();
  const use = (body: (id: string) => string): string => {
    const key = body('');
    let entry = known.get(key);
    if (!entry) {
      const id = `k${known.size}`;
      entry = { id, body: body(id) };
      known.set(key, entry);
    }
    return `url(#${entry.id})`;
  };
  return {
    linear: (from, to, degrees = 0) =>
      use((id) => {
        const x = Math.sin((degrees * Math.PI) / 180) / 2;
        const y = Math.cos((degrees * Math.PI) / 180) / 2;
        const ends = `x1="${round(0.5 + x)}" y1="${round(0.5 - y)}" x2="${round(0.5 - x)}" y2="${round(0.5 + y)}"`;
        return `<linearGradient id="${id}" ${ends}><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>`;
      }),
    ball: (middle, edge) =>
      use(
        (id) =>
          `<radialGradient id="${id}" cx=".38" cy=".3" r=".8"><stop stop-color="${middle}"/><stop offset="1" stop-color="${edge}"/></radialGradient>`,
      ),
    fade: (colour, alpha) =>
      use(
        (id) =>
          `<radialGradient id="${id}"><stop stop-color="${colour}" stop-opacity="${alpha}"/><stop offset=".5" stop-color="${colour}" stop-opacity="${round(alpha * 0.35)}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`,
      ),
    veil: (colour, alpha, up = false) =>
      use(
        (id) =>
          `<linearGradient id="${id}" x1="0" x2="0" y1="${up ? 1 : 0}" y2="${up ? 0 : 1}"><stop stop-color="${colour}" stop-opacity="${alpha}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></linearGradient>`,
      ),
    defs: () => `<defs>${[...known.values()].map(({ body }) => body).join('')}</defs>`,
  };
}

/** A number as SVG wants it: short. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A whole document around a body that was drawn with `ink`. */
export function svgDocument(ink: Ink, width: number, height: number, body: string, x = 0, y = 0): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${round(width)}" ` +
    `height="${round(height)}" viewBox="${round(x)} ${round(y)} ${round(width)} ${round(height)}">${ink.defs()}${body}</svg>`
  );
}

export function path(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}"${more === '' ? '' : ` ${more}`}/>`;
}

export function line(d: string, colour: string, width: number, more = ''): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${round(width)}" stroke-linecap="round" stroke-linejoin="round"${more === '' ? '' : ` ${more}`}/>`;
}

export function ellipse(x: number, y: number, rx: number, ry: number, fill: string, more = ''): string {
  return `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}"${more === '' ? '' : ` ${more}`}/>`;
}

export function box(x: number, y: number, width: number, height: number, fill: string, corner = 0, more = ''): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"${corner ? ` rx="${round(corner)}"` : ''} fill="${fill}"${more === '' ? '' : ` ${more}`}/>`;
}

export function group(transform: string, body: string, more = ''): string {
  return `<g transform="${transform}"${more === '' ? '' : ` ${more}`}>${body}</g>`;
}

/** A smooth closed or open curve through points (Catmull-Rom as cubic Beziers). */
export function smooth(points: readonly (readonly [number, number])[], closed = false): string {
  const count = points.length;
  const at = (i: number): readonly [number, number] =>
    closed ? points[(i + count) % count]! : points[Math.min(count - 1, Math.max(0, i))]!;
  let d = `M${round(at(0)[0])} ${round(at(0)[1])}`;
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    d += `C${round(p1[0] + (p2[0] - p0[0]) / 6)} ${round(p1[1] + (p2[1] - p0[1]) / 6)} ${round(p2[0] - (p3[0] - p1[0]) / 6)} ${round(p2[1] - (p3[1] - p1[1]) / 6)} ${round(p2[0])} ${round(p2[1])}`;
  }
  return closed ? `${d}Z` : d;
}
