import { HARP } from '../../instruments/pluck.ts';
import { SOFT_PIANO } from '../../instruments/struck.ts';
import { BASS, PAD } from '../../instruments/sustained.ts';
import type { Score } from '../score.ts';

/** F major, unhurried: a harp's ripples under a few notes of a soft piano. */
export const calm: Score = {
  beatsPerMinute: 63,
  beatsInBar: 4,
  chords: `Fmaj7 | C/E | Dm7 | Bbmaj7 | F/A | Bbmaj7 | Gm7 | C7sus4 C
    | Dm7 | Am7 | Bbmaj7 | F/A | Gm7 | Am7 Bbmaj7 | C7sus4 | C7`,
  parts: [
    {
      ...{ kind: 'melody', level: 0, pan: 0.1 },
      instrument: { kind: 'struck', sound: SOFT_PIANO },
      notes: [
        ...['a4/2 c5/1 e5/1', 'e5/1 d5/1 c5/2', 'a4/3 c5/1', 'd5/2 -/2'],
        ...['c5/2 f5/1 e5/1', 'd5/1.5 c5/0.5 bb4/2', 'g4/2 bb4/1 d5/1', 'c5/2 -/2'],
        ...['f5/2 e5/1 d5/1', 'c5/2 e5/2', 'd5/1 f5/1 a5/2', 'f5/2 c5/2'],
        ...['bb4/2 d5/1 f5/1', 'e5/2 d5/2', 'f5/2 c5/2', 'e5/2 -/2'],
      ],
    },
    {
      ...{ kind: 'figure', level: -7, pan: -0.3, steps: '0 1 2 3 2 1 2 1' },
      instrument: { kind: 'pluck', sound: HARP },
      range: { low: 50, high: 69, voices: 4 },
    },
    {
      ...{ kind: 'chords', level: -8 },
      instrument: { kind: 'sustained', sound: PAD },
      range: { low: 53, high: 72, voices: 4 },
    },
    { kind: 'bass', level: -6, low: 33, steps: 'r - - -', instrument: { kind: 'sustained', sound: BASS } },
  ],
  room: { decay: 2.1, damping: 4200, level: 0.2 },
};
