/** The everyday words for colours, each by the colours that it stands for; what lies nearest gives the word. */
const WORDS = {
  red: ['#c8352f', '#c8452f', '#a03050', '#c41e3a', '#a4161a'],
  blue: ['#2f6fb8', '#5566cc'],
  yellow: ['#e0a526', '#e8b92c', '#d9a521'],
  green: ['#3f8f5a', '#8fb339'],
  purple: ['#8a56a6', '#7d4fa0'],
  orange: ['#e07b39'],
  teal: ['#2d9c9c'],
  pink: ['#d46a92', '#e07f9e'],
  brown: ['#7a5a3c'],
  white: ['#f2efe6'],
  black: ['#2e2b2b'],
  grey: ['#8d9096', '#b9c0c8'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const POINTS = Object.entries(WORDS).flatMap(([word, colours]) => colours.map((hex) => ({ word, rgb: channels(hex) })));

/** 'red' for '#c8452f'. */
export function colourWord(hex: string): string {
  const own = channels(hex);
  const distance = (rgb: readonly number[]): number =>
    rgb.reduce((sum, value, index) => sum + (value - own[index]!) ** 2, 0);
  return POINTS.reduce((best, point) => (distance(point.rgb) < distance(best.rgb) ? point : best)).word;
}

function channels(hex: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
}
