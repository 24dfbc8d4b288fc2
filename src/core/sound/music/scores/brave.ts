import { HARP, PIZZICATO } from '../../instruments/pluck.ts';
import { HORN, STRINGS } from '../../instruments/sustained.ts';
import type { Score } from '../score.ts';

/** D major, setting out: a horn over a harp that does not stand still. */
export const brave: Score = {
  beatsPerMinute: 96,
  beatsInBar: 4,
  chords: `D | D | G/D | A/C# | Bm | G | Em7 A | D
    | D | A/C# | Bm | F#m | G | D/F# | Em7 A7sus4 | A
    | Bm | G | D/F# | A | G | D/F# | Em7 | A7sus4`,
  parts: [
    {
      ...{ kind: 'melody', level: 0, pan: 0.15 },
      instrument: { kind: 'sustained', sound: HORN },
      notes: [
        ...['d4/1 f#4/1 a4/2', 'd5/3 a4/1', 'b4/2 d5/1 b4/1', 'a4/3 e4/1', 'f#4/1 b4/1 d5/2', 'b4/2 g4/2'],
        ...['e4/1 g4/1 a4/1 c#5/1', 'd5/3 -/1'],
        ...['d4/1 f#4/1 a4/2', 'e5/3 c#5/1', 'd5/2 b4/2', 'a4/2 f#4/2', 'g4/1 b4/1 d5/2', 'a4/2 d5/2'],
        ...['g4/1 b4/1 a4/2', 'e4/1 a4/1 c#5/2'],
        ...['d5/2 b4/1 f#4/1', 'g4/2 b4/2', 'a4/1.5 f#4/0.5 d5/2', 'c#5/2 a4/2', 'b4/2 g4/2', 'a4/2 d5/2'],
        ...['e5/1.5 d5/0.5 b4/2', 'a4/3 -/1'],
      ],
    },
    {
      ...{ kind: 'figure', level: -6, pan: -0.3, steps: '0 2 1 2 3 2 1 2' },
      instrument: { kind: 'pluck', sound: HARP },
      range: { low: 50, high: 69, voices: 4 },
    },
    {
      ...{ kind: 'chords', level: -9 },
      instrument: { kind: 'sustained', sound: STRINGS },
      range: { low: 54, high: 73, voices: 4 },
    },
    { kind: 'bass', level: -5, low: 36, steps: 'r - f r', instrument: { kind: 'pluck', sound: PIZZICATO } },
    { kind: 'drum', level: -12, drum: 'low-drum', steps: 'x...o...' },
    { kind: 'drum', level: -15, pan: 0.3, drum: 'tom', steps: '......o.', bars: [8, 24] },
  ],
  room: { decay: 1.8, damping: 4200, level: 0.18 },
};
