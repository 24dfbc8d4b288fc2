import { CELESTA } from '../../instruments/struck.ts';
import { BASS, FLUTE, STRINGS } from '../../instruments/sustained.ts';
import type { Score } from '../score.ts';

/** D with a raised fourth, then a light from far off (B flat and C): a flute over a celesta's stars. */
export const wonder: Score = {
  beatsPerMinute: 80,
  beatsInBar: 3,
  chords: `Dadd9 | Dadd9 | E/D | E/D | Gmaj7 | Gmaj7 | A7sus4 | A
    | Bm7 | Bm7 | F#m7 | F#m7 | Gmaj7 | D/F# | Em7 | A7sus4
    | Bbmaj7 | Bbmaj7 | C | C | Dadd9 | Bm7 | Gmaj7 | A7sus4`,
  parts: [
    {
      ...{ kind: 'melody', level: 0, pan: 0.1 },
      instrument: { kind: 'sustained', sound: FLUTE },
      notes: [
        ...['f#5/2 a5/1', 'e5/3', 'g#5/2 b5/1', 'e5/3', 'f#5/2 d5/1', 'b4/2 d5/1', 'e5/2 d5/1', 'c#5/3'],
        ...['d5/2 f#5/1', 'b5/2 a5/1', 'a5/2 e5/1', 'c#5/3', 'b4/1 d5/1 g5/1', 'f#5/2 d5/1', 'e5/2 g5/1', 'e5/2 -/1'],
        ...['f5/2 a5/1', 'd6/2 a5/1', 'g5/2 e5/1', 'c6/2 g5/1', 'a5/2 f#5/1', 'd5/2 f#5/1', 'b5/2 g5/1', 'a5/2 -/1'],
      ],
    },
    {
      ...{ kind: 'figure', level: -7, pan: -0.25, steps: '0 1 2 3 2 1' },
      instrument: { kind: 'struck', sound: CELESTA },
      range: { low: 66, high: 86, voices: 4 },
    },
    {
      ...{ kind: 'chords', level: -7 },
      instrument: { kind: 'sustained', sound: STRINGS },
      range: { low: 55, high: 74, voices: 4 },
    },
    { kind: 'bass', level: -7, low: 35, steps: 'r - -', instrument: { kind: 'sustained', sound: BASS } },
    { kind: 'drum', level: -24, pan: 0.4, drum: 'triangle', steps: 'o..... ......', bars: [16, 24] },
  ],
  room: { decay: 2.6, damping: 5000, level: 0.24 },
};
