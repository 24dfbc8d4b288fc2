/** What models are told. Short and plain, for the small ones; each demand is one that a check looks for. */
import type { Age, Beat, StoryOutline, Tone, WriteRequest } from '../../../shared/writing.ts';
import type { Finding } from '../checks/finding.ts';
import type { Idea } from '../types.ts';
import type { ChatMessage } from './language-model.ts';

const AGE: Readonly<Record<Age, string>> = {
  '3-5': 'children of 3 to 5 years: short sentences of at most 12 words, plain words',
  '6-8': 'children of 6 to 8 years: clear sentences, plain words, some talk',
  '9-12': 'children of 9 to 12 years: livelier sentences, talk, feelings',
};

const TONE: Readonly<Record<Tone, string>> = {
  gentle: 'gentle and warm',
  funny: 'funny, with small surprises',
  adventurous: 'adventurous, with a little suspense',
  dreamy: 'dreamy and quiet',
};

/** Whom and what the story must keep, as the idea was read. */
function demandsOf(request: WriteRequest, idea: Idea | undefined): string[] {
  const people = (idea?.characters ?? []).map(({ name, kind, traits }) => {
    const what = [...traits, kind].join(' ');
    return name === undefined ? `a ${what} (without a name)` : `${name}, a ${what}`;
  });
  const events = [...(idea?.wish ? [idea.wish] : []), ...(idea?.events ?? [])].map(({ base }) => base);
  const ending = request.bedtime ? 'everybody falls fast asleep' : idea?.ending?.base;
  return [
    ...(people.length > 0 ? [`In it: ${people.join('; ')}. Nobody else has a name.`] : []),
    ...(events.length > 0 ? [`It has to tell: ${events.join('; ')}.`] : []),
    ...(ending === undefined ? [] : [`At the very end: ${ending}.`]),
  ];
}

function rules(request: WriteRequest, idea: Idea | undefined): ChatMessage {
  return {
    role: 'system',
    content: [
      `You write stories for ${AGE[request.age]}. The tone is ${TONE[request.tone]}.`,
      'Write in the language of the idea, in the past tense.',
      `The idea: ${request.idea.trim()}`,
      ...demandsOf(request, idea),
    ].join('\n'),
  };
}

export function outlineMessages(request: WriteRequest, idea: Idea | undefined, beats: number): ChatMessage[] {
  return [
    rules(request, idea),
    {
      role: 'user',
      content:
        `Plan the story in ${String(beats)} scenes that lead from one to the next, from a beginning over a difficulty to the end. ` +
        'Answer with JSON and nothing else: {"title": "...", "beats": [{"title": "a few words", "who": ["who is in it"], ' +
        '"where": "the place", "what": "one sentence: what happens", "why": "what it leads to", "mood": "one word"}]}',
    },
  ];
}

export function sceneMessages(
  request: WriteRequest,
  idea: Idea | undefined,
  outline: StoryOutline,
  told: readonly string[],
  words: number,
): ChatMessage[] {
  const number = told.length + 1;
  const count = outline.beats.length;
  const plan = outline.beats.map(({ what }, index) => `${String(index + 1)}. ${what}`).join('\n');
  const before = told.length === 0 ? 'Nothing is told yet.' : `Told so far:\n${told.join('\n\n')}`;
  return [
    rules(request, idea),
    {
      role: 'user',
      content: [
        `The plan of the story:\n${plan}`,
        before,
        `Now tell only scene ${String(number)} of ${String(count)}, in about ${String(words)} words: ${describeBeat(outline.beats[number - 1]!)}`,
        number === count ? 'It is the last scene: bring the story to its end.' : 'Do not tell what comes later.',
        'Answer with the story’s text alone: no heading, no remarks. Do not repeat what is told.',
      ].join('\n\n'),
    },
  ];
}

function describeBeat({ what, who, where, mood }: Beat): string {
  return `${what} (Who: ${who.join(', ') || 'as told'}. Where: ${where || 'as told'}. Mood: ${mood || 'calm'}.)`;
}

export function repairMessages(
  request: WriteRequest,
  idea: Idea | undefined,
  scenes: readonly string[],
  scene: number,
  findings: readonly Finding[],
  words: number,
): ChatMessage[] {
  const others = scenes.map((text, index) => (index === scene ? '[this scene]' : text)).join('\n\n');
  return [
    rules(request, idea),
    {
      role: 'user',
      content: [
        `A story:\n${others}`,
        `[this scene] is:\n${scenes[scene]!}`,
        `What is wrong with it:\n${findings.map(({ message }) => `- ${message}`).join('\n')}`,
        `Write this scene anew in about ${String(words)} words, with that put right, and keep all else that happens in it. Answer with the scene’s text alone.`,
      ].join('\n\n'),
    },
  ];
}

export function titleMessages(request: WriteRequest, scenes: readonly string[]): ChatMessage[] {
  return [
    { role: 'system', content: 'You give stories their titles, in the language of the story.' },
    {
      role: 'user',
      content: `${scenes.join('\n\n')}\n\nGive this story, for children of ${request.age} years, a title of 2 to 7 words. Answer with JSON and nothing else: {"title": "..."}`,
    },
  ];
}

export function picturesMessages(scenes: readonly string[]): ChatMessage[] {
  const numbered = scenes.map((text, index) => `Scene ${String(index + 1)}:\n${text}`).join('\n\n');
  return [
    { role: 'system', content: 'You describe pictures for an illustrator.' },
    {
      role: 'user',
      content:
        `${numbered}\n\nDescribe one picture for each of the ${String(scenes.length)} scenes, in one sentence of at most 25 words each: ` +
        'who is to be seen, what they do, where, and the light. Only what the scene tells. ' +
        'Answer with JSON and nothing else: {"pictures": ["...", "..."]}',
    },
  ];
}
