/** Length, language, and words that are meant for a machine or come from one. */
import type { Check, Finding } from './finding.ts';
import { shorten } from './repetition.ts';

/** Of the words that were asked for. */
const SHORTEST = 0.6;
const LONGEST = 1.6;

export const checkLength: Check = ({ text, request }) => {
  const share = text.wordCount / request.words;
  if (share >= SHORTEST && share <= LONGEST) return [];
  const much = share < 1 ? 'Too short' : 'Too long';
  return [
    {
      kind: 'length',
      message: `${much}: ${String(text.wordCount)} words where ${String(request.words)} were asked for.`,
    },
  ];
};

const PROMPT_TEXT: readonly RegExp[] = [
  /^\s*(?:sure|certainly|of course|absolutely)[,!.]? (?:here|i can|i'd|i will|let me)\b.*/iu,
  /\bhere(?:'s| is| are) (?:the|a|an|your|my) (?:\p{L}+ ){0,3}(?:story|scene|outline|version|rewrite|text|title)\b.*/iu,
  /\bas an? (?:ai|(?:large )?language model|assistant)\b.*/iu,
  /\b(?:word count|target age|reading level|total words)\b\s*[:=].*/iu,
  /^\s*(?:user|assistant|system|human|prompt|instruction|note|output|response|narrator)\s*:.*/iu,
  /^\s*\**(?:scene|chapter|part|beat|title|setting|mood|summary|outline)\b\s*(?:\d+|one|two|three)?\s*\**\s*[:.\n].*/iu,
  /<\/?(?:think|s|im_start|im_end|system|user|assistant|story|scene)\b[^>]*>|<\|[^|>]*\|>|\[\/?INST\]|```/iu,
  /\{[^}\n]{0,60}\}|\[(?:insert|name|character|your|the|scene|end|continue)\b[^\]]*\]|\[[^\]\n]{1,60}\|[^\]\n]*\]/iu,
  /\b(?:undefined|NaN|lorem ipsum|\[object Object\])\b/u,
  /\bi hope (?:you|this)\b.*(?:story|helps|enjoy).*/iu,
  /\b(?:in this (?:scene|story),? (?:we|the (?:reader|author))|the story (?:should|must|needs to) |(?:written|suitable|appropriate) for (?:a |an |children |readers )?(?:age|children aged|\d))\b.*/iu,
  /\*\*[^*]+\*\*|^\s*#{1,6} |^\s*(?:[-*•]|\d+[.)]) /u,
];

export const checkPromptText: Check = ({ text }) =>
  text.scenes.flatMap((scene, index) =>
    scene
      .split('\n')
      .flatMap((line): Finding[] => {
        const match = PROMPT_TEXT.map((pattern) => pattern.exec(line)).find((found) => found !== null);
        return match ? [{ kind: 'prompt-text', message: `It says: ${shorten(match[0].trim())}`, scene: index }] : [];
      })
      .slice(0, 1),
  );

/** Little words that make up a third of any English prose. */
const ENGLISH = new Set(
  (
    'the a an and of to in is are was were that his her its their on at from for it he she they had have with as but by so ' +
    'then when not all into out up down there him them said you i we my your this what who would could'
  ).split(' '),
);

export const checkLanguage: Check = ({ text, idea }) => {
  if (idea?.language !== 'en' || text.wordCount < 20) return [];
  return text.scenes.flatMap((_, scene): Finding[] => {
    const words = text.sentences.filter((sentence) => sentence.scene === scene).flatMap((sentence) => sentence.words);
    if (words.length < 12) return [];
    const share = words.filter((word) => ENGLISH.has(word)).length / words.length;
    return share >= 0.12 ? [] : [{ kind: 'language', message: 'It is not in English, as the idea is.', scene }];
  });
};
