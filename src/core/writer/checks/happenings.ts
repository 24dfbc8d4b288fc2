/** What the idea says that happens has to be told, and its ending at the end. */
import { singularForms } from '../../story/lexicon/singular.ts';
import type { Event } from '../types.ts';
import type { Check, Checked, Finding } from './finding.ts';
import { formsIn, type CheckedSentence } from './story-text.ts';

/** A writer may use other words: two thirds of an event's have to be there, or their like. */
const SHARE = 0.6;
const ALIKE: readonly (readonly string[])[] = [
  'save rescue help protect spare keep',
  'find discover spot see uncover notice bring fetch',
  'learn discover understand find know practise practice teach',
  'make build create craft become win bake',
  'build make hammer construct nail',
  'travel journey go swim sail fly walk set ride voyage',
  'cross sail row paddle over across reach',
  'meet greet see encounter visit find',
  'plant sow grow seed garden bury dig',
  'wait watch sit hope stay patience patient',
  'give hand return bring offer lend present gift',
  'lose lost go vanish disappear miss without',
  'earn win deserve get regain return back',
  'help carry free aid care lift',
  'want wish long hope dream yearn would',
  'run drive steer conduct lead manage guard',
  'tell say whisper speak fib lie',
  'afraid fear scare frighten fright tremble hide dread',
  'see watch look gaze glimpse behold meet',
].map((line) => line.split(' '));
const SLEEP =
  /\b(?:a?sleep|asleep|slept|slumber\w*|snor\w+|snuggl\w+|yawn\w*|dream\w*|dozed?|dozing|drift\w* off|tucked|goodnight|good night|bedtime|in bed|to bed|eyes (?:slowly |gently )?(?:closed|shut)|closed (?:\p{L}+ ){1,2}eyes|nodded off|lullaby)\b/iu;
const FALLS_ASLEEP = /^(?:fall|fell|be|go|went|drift)\b.*\b(?:asleep|sleep|bed|off)\b|^sleep\b/u;

export const checkEvents: Check = ({ idea, text }) => {
  if (!idea) return [];
  const forms = formsIn(text.sentences);
  const wanted = [...idea.events, ...(idea.wish ? [idea.wish] : [])];
  return wanted.flatMap((event): Finding[] =>
    isTold(event, forms) ? [] : [{ kind: 'event', message: `It does not tell: ${event.base}.` }],
  );
};

export const checkEnding: Check = ({ idea, text, request }) => {
  const scene = text.scenes.length - 1;
  const end = lastPart(text.sentences);
  const asked = request.bedtime || (idea?.ending !== undefined && FALLS_ASLEEP.test(idea.ending.base));
  if (asked) {
    const isKept = end.some((sentence) => SLEEP.test(sentence.text));
    // In another language nothing can be looked for.
    return isKept || !idea ? [] : [{ kind: 'ending', message: 'It does not end with falling asleep.', scene }];
  }
  if (!idea?.ending || isTold(idea.ending, formsIn(end))) return [];
  return [{ kind: 'ending', message: `It does not end with: ${idea.ending.base}.`, scene }];
};

/** The last third, and the last scene. */
function lastPart(sentences: Checked['text']['sentences']): readonly CheckedSentence[] {
  const last = sentences.at(-1)?.scene;
  const from = Math.floor((sentences.length * 2) / 3);
  return sentences.filter(({ scene }, index) => index >= from || scene === last);
}

function isTold({ keywords }: Event, forms: ReadonlySet<string>): boolean {
  const found = keywords.filter((keyword) => isThere(keyword, forms));
  return found.length >= Math.ceil(keywords.length * SHARE);
}

/** 'friend' is also kept by 'friendship', 'learn' by 'learned'. */
function isThere(keyword: string, forms: ReadonlySet<string>): boolean {
  const word = keyword.toLowerCase();
  const kin = ALIKE.filter(([first]) => first === word).flat();
  if (kin.some((each) => forms.has(each))) return true;
  if ([word, ...singularForms(word)].some((form) => forms.has(form))) return true;
  if (word.length < 4) return false;
  const stem = word.slice(0, Math.max(4, word.length - 2));
  for (const form of forms) if (form.startsWith(stem) && form.length - word.length < 6) return true;
  return false;
}
