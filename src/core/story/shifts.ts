/** How good a place a cut between two sentences is: where time, place or speaker change, a new picture is wanted. */
import type { Unit } from './scenes.ts';

const TIME_SHIFT =
  /^["“]?(?:once\b|one (?:\w+ )?(?:day|night|morning|evening|afternoon)|(?:the )?next\b|(?:early |late )?(?:that|in the|at|by) (?:very |same )?(?:day|night|morning|evening|noon|midnight|dawn|dusk|afternoon|sunset|sunrise)|(?:many|some|two|three|\w+) (?:days|weeks|years|hours|months) (?:later|after|passed)|later\b|soon\b|at last\b|finally\b|suddenly\b|all at once\b|then\b|meanwhile\b|when\b|after\b|now\b|every (?:day|night|morning|evening))/iu;
const PLACE_SHIFT =
  /^["“]?(?:far (?:away|out|off|below|above)|down|up|outside|inside|beyond|across|deep in|high (?:up|above|on)|in|on|at|under|over|behind|through|round) (?:\p{L}+ ){0,3}\p{L}+/iu;
/** A connecting word and then a name: someone else's turn. */
const SUBJECT_SHIFT = /^["“]?(?:But|Then|And|So|Now|Meanwhile),? (?!I\b)(?:the |old |little )?\p{Lu}/u;
/** It leans on the sentence before: a cut in front of it would part what belongs together. */
const LEANS = /^["“]?(?:it|its|they|them|this|that|these|those|he|she|his|her|and|or|so|for|which|who)\b/iu;

/** Cost of starting a scene with `next`; lower is better. Depends on the two sentences alone. */
export function cutCost(before: Unit, next: Unit): number {
  let cost = 1;
  if (next.opens) cost -= 0.9;
  if (TIME_SHIFT.test(next.text)) cost -= 0.5;
  else if (PLACE_SHIFT.test(next.text)) cost -= 0.3;
  const isOther = SUBJECT_SHIFT.test(next.text);
  if (isOther) cost -= 0.4;
  else if (LEANS.test(next.text)) cost += next.opens ? 0.15 : 0.5;
  if (isQuoteOpen(before.text)) cost += 1.2;
  // A question and its answer, a said sentence and the next of the same speaker.
  if (!next.opens && /^["“]/u.test(next.text) && /["”]$/u.test(before.text)) cost += 0.3;
  return cost + jitter(before.text, next.text);
}

/** An opened quotation that goes on in the next sentence. */
function isQuoteOpen(text: string): boolean {
  const curly = (text.match(/“/gu)?.length ?? 0) > (text.match(/”/gu)?.length ?? 0);
  return curly || (text.match(/"/gu)?.length ?? 0) % 2 === 1;
}

/** 0..0.1 made of the texts (FNV-1a): breaks ties the same way wherever in the story they stand. */
function jitter(before: string, next: string): number {
  let hash = 0x811c9dc5;
  for (const character of before.slice(-24) + next.slice(0, 24)) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  }
  return ((hash >>> 0) / 0xffffffff) * 0.1;
}
