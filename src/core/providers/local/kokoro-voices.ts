/** The English voices of Kokoro 82M v1.0 (VOICES.md of hexgrad/Kokoro-82M); `grade` is its makers' own. */
import type { NarratorVoice } from '../narrator.ts';

export interface KokoroVoice extends NarratorVoice {
  readonly language: 'en-US' | 'en-GB';
}

const GRADES =
  'af_heart A, af_alloy C, af_aoede C+, af_bella A-, af_jessica D, af_kore C+, af_nicole B-, af_nova C, af_river D, ' +
  'af_sarah C+, af_sky C-, am_adam F+, am_echo D, am_eric D, am_fenrir C+, am_liam D, am_michael C+, am_onyx D, ' +
  'am_puck C+, am_santa D-, bf_alice D, bf_emma B-, bf_isabella C, bf_lily D, bm_daniel D, bm_fable C, bm_george C, ' +
  'bm_lewis D+';

export const KOKORO_VOICES: readonly KokoroVoice[] = GRADES.split(', ').map((entry): KokoroVoice => {
  const [id = '', grade = ''] = entry.split(' ');
  const name = id.slice(3);
  return {
    id,
    name: name.charAt(0).toUpperCase() + name.slice(1),
    language: id.startsWith('a') ? 'en-US' : 'en-GB',
    gender: id.charAt(1) === 'f' ? 'female' : 'male',
    grade,
  };
});
