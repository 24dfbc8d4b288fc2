import { HARP, PIZZICATO } from '../../instruments/pluck.ts';
import { MARIMBA } from '../../instruments/struck.ts';
import type { Score } from '../score.ts';

/** C major, on tiptoe: a marimba over pizzicato strings. */
export const playful: Score = {
  beatsPerMinute: 112,
  beatsInBar: 4,
  chords: `C | G/B | Am | F | C/E | F | G7 | C G7
    | C | G/B | Am | D7/F# | G | F | C/E G7 | C
    | F | C/E | Dm | Am | F | C/G | D7 | G7`,
  parts: [
    {
      ...{ kind: 'melody', level: 0, pan: 0.15 },
      instrument: { kind: 'struck', sound: MARIMBA },
      notes: [
        ...['e5/1 g5/0.5 e5/0.5 c5/1 -/1', 'd5/1 b4/0.5 d5/0.5 g4/1 -/1', 'c5/1 e5/0.5 c5/0.5 a4/1 -/1'],
        ...['a4/0.5 c5/0.5 f5/1 c5/1 -/1', 'g5/1 e5/0.5 g5/0.5 c6/1 -/1', 'a5/1 f5/0.5 a5/0.5 c6/1 a5/1'],
        ...['g5/0.5 f5/0.5 d5/0.5 b4/0.5 g4/1 -/1', 'c5/1 e5/1 d5/1 b4/1'],
        ...['e5/1 g5/0.5 e5/0.5 c5/1 -/1', 'd5/1 b4/0.5 d5/0.5 g5/1 -/1', 'e5/1 c5/0.5 e5/0.5 a5/1 -/1'],
        ...['f#5/1 a5/0.5 f#5/0.5 d5/1 -/1', 'g5/1 d5/0.5 g5/0.5 b5/1 g5/1', 'a5/1 f5/0.5 c5/0.5 a4/1 c5/1'],
        ...['e5/1 c5/1 d5/1 f5/1', 'c5/1 g5/0.5 e5/0.5 c5/2'],
        ...['-/1 a5/0.5 c6/0.5 a5/1 f5/1', '-/1 g5/0.5 c6/0.5 g5/1 e5/1', '-/1 f5/0.5 a5/0.5 f5/1 d5/1'],
        ...['-/1 e5/0.5 a5/0.5 e5/1 c5/1', 'c5/1 f5/0.5 a5/0.5 c6/1 -/1', 'c6/1 g5/0.5 e5/0.5 g5/1 -/1'],
        ...['a5/1 f#5/0.5 a5/0.5 d5/1 c5/1', 'b4/1 d5/0.5 f5/0.5 g5/1 -/1'],
      ],
    },
    {
      ...{ kind: 'figure', level: -8, pan: -0.35, steps: '- - + - - - + -' },
      instrument: { kind: 'pluck', sound: PIZZICATO },
      range: { low: 55, high: 72, voices: 3 },
    },
    {
      ...{ kind: 'figure', level: -10, pan: 0.4, steps: '3 2 1 2 3 2 1 2', bars: [16, 24] },
      instrument: { kind: 'pluck', sound: HARP },
      range: { low: 60, high: 79, voices: 4 },
    },
    { kind: 'bass', level: -5, low: 36, steps: 'r - f -', instrument: { kind: 'pluck', sound: PIZZICATO } },
    { kind: 'drum', level: -21, pan: 0.5, drum: 'shaker', steps: 'o.x.o.x.' },
    { kind: 'drum', level: -19, pan: -0.5, drum: 'woodblock', steps: '.......o ..o.....', bars: [8, 24] },
  ],
  room: { decay: 1.1, damping: 5200, level: 0.13 },
};
