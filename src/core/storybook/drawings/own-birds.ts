import { ellipse, line, path } from '../ink.ts';
import { darker, lighter } from '../paint/colour.ts';
import type { OwnDrawing } from './own-drawing.ts';

/** A small bird that looks to the left, as those of the set do; with wings up when it flies. */
const smallBird = (back: string, breast: string, beak: string, flying: boolean): OwnDrawing => ({
  width: 110,
  height: flying ? 110 : 96,
  draw: (ink) => {
    const body = ink.ball(breast, back);
    const up = flying ? 22 : 0;
    const wing = flying
      ? path('M48 62Q34 20 58 2Q82 30 78 66Z', ink.linear(back, darker(back, 0.25)))
      : path('M46 56Q70 40 88 62Q78 78 60 74Q48 70 46 56Z', ink.linear(darker(back, 0.08), darker(back, 0.3)));
    return (
      path(`M76 ${52 + up}L108 ${40 + up}L106 ${56 + up}L80 ${68 + up}Z`, darker(back, 0.2)) +
      (flying ? '' : line('M50 80V94M62 80V94M44 94h10M57 94h10', beak, 3.5)) +
      ellipse(56, 58 + up * 0.6, 33, 25, body) +
      ellipse(30, 34 + up * 0.6, 20, 19, ink.ball(lighter(breast, 0.2), back)) +
      path(`M12 ${32 + up * 0.6}L-2 ${39 + up * 0.6}L13 ${43 + up * 0.6}Z`, beak) +
      ellipse(24, 31 + up * 0.6, 3, 4, '#33262e') +
      wing
    );
  },
});

/** Birds that the illustrator puts for 'bird' by the word of the text; not in the lexicon. */
export const OWN_BIRDS: Readonly<Record<string, OwnDrawing>> = {
  gull: smallBird('#c3ccd8', '#ffffff', '#f2b13c', false),
  'gull-flying': smallBird('#c3ccd8', '#ffffff', '#f2b13c', true),
  sparrow: smallBird('#9a6b48', '#ecd7b8', '#6b4a34', false),
  'sparrow-flying': smallBird('#9a6b48', '#ecd7b8', '#6b4a34', true),
};
