import { SOFT_PIANO } from '../../instruments/struck.ts';
import { BASS, STRINGS } from '../../instruments/sustained.ts';
import type { Score } from '../score.ts';

/** A minor, slow: a piano alone, with strings far behind it. */
export const sad: Score = {
  beatsPerMinute: 60,
  beatsInBar: 4,
  chords: `Am | Fmaj7 | C/E | G/B | Am | Em7 | Fmaj7 | E7sus4 E
    | Dm7 | G | Cmaj7 | Fmaj7 | Dm7 | Am/C | Fmaj7 | E7sus4 E`,
  parts: [
    {
      ...{ kind: 'melody', level: 0, pan: 0.1 },
      instrument: { kind: 'struck', sound: SOFT_PIANO },
      notes: [
        ...['e5/3 c5/1', 'a4/3 c5/1', 'g4/3 e5/1', 'd5/3 b4/1', 'c5/2 a4/2', 'b4/2 g4/2', 'a4/2 c5/1 e5/1'],
        ...['b4/2 b4/1 g#4/1', 'f5/2 d5/1 a4/1', 'd5/2 b4/2', 'e5/2 g5/1 e5/1', 'c5/4', 'd5/1 f5/1 a5/2'],
        ...['e5/2 c5/2', 'a4/2 f5/1 e5/1', 'd5/2 b4/2'],
      ],
    },
    {
      ...{ kind: 'figure', level: -7, pan: -0.15, steps: '0 2 1 2 3 2 1 2' },
      instrument: { kind: 'struck', sound: SOFT_PIANO },
      range: { low: 47, high: 65, voices: 4 },
    },
    {
      ...{ kind: 'chords', level: -10 },
      instrument: { kind: 'sustained', sound: STRINGS },
      range: { low: 53, high: 72, voices: 4 },
    },
    { kind: 'bass', level: -8, low: 33, steps: 'r - - -', instrument: { kind: 'sustained', sound: BASS } },
  ],
  room: { decay: 2.4, damping: 3600, level: 0.22 },
};
