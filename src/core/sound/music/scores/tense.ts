import { PIZZICATO } from '../../instruments/pluck.ts';
import { SOFT_PIANO } from '../../instruments/struck.ts';
import { BASS, TREMOLO } from '../../instruments/sustained.ts';
import type { Score } from '../score.ts';

/** C minor, waiting: strings that shiver over steps in the dark. Nothing in it jumps out at a child. */
export const tense: Score = {
  beatsPerMinute: 84,
  beatsInBar: 4,
  chords: `Cm | Cm | Ab/C | Ab/C | Fm/C | Fm6/C | G7sus4 | G7
    | Cm | Eb/Bb | Abmaj7 | Fm | Dbmaj7 | Ab/C | Fm6 | G7sus4`,
  parts: [
    {
      ...{ kind: 'melody', level: -1, pan: 0.15 },
      instrument: { kind: 'struck', sound: SOFT_PIANO },
      notes: [
        ...['-/2 g4/2', '-/2 eb5/1 d5/1', 'c5/4', '-/4', '-/2 ab4/1 c5/1', 'f5/2 d5/2', 'c5/4', 'b4/3 -/1'],
        ...['-/2 g4/1 c5/1', 'eb5/2 bb4/2', 'c5/4', '-/2 c5/1 ab4/1', 'f4/2 ab4/2', 'c5/4', 'd5/2 ab4/2', 'g4/4'],
      ],
    },
    {
      ...{ kind: 'chords', level: -4 },
      instrument: { kind: 'sustained', sound: TREMOLO },
      range: { low: 55, high: 74, voices: 4 },
    },
    {
      ...{ kind: 'figure', level: -7, pan: -0.3, steps: '0 - 1 0 2 - 1 -' },
      instrument: { kind: 'pluck', sound: PIZZICATO },
      range: { low: 48, high: 65, voices: 3 },
    },
    { kind: 'bass', level: -5, low: 36, steps: 'r - - -', instrument: { kind: 'sustained', sound: BASS } },
    { kind: 'drum', level: -13, drum: 'low-drum', steps: 'xo......' },
  ],
  room: { decay: 2.3, damping: 3200, level: 0.22 },
};
