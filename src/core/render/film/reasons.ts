import type { StaleReason } from '../../build/contract.ts';

/** A field of a stage's identity, by its first name, as people call it. */
const WORDS: Readonly<Record<string, string>> = {
  spoken: 'text',
  text: 'text',
  words: 'text',
  document: 'text',
  file: 'story file',
  voice: 'voice',
  speed: 'speed',
  model: 'voice model',
  narrator: 'narrator',
  recording: 'recording',
  clean: 'cleaning',
  from: 'what is told',
  to: 'what is told',
  room: 'what is told',
  longestPause: 'how long pauses may be',
  frame: 'frame rate',
  graph: 'what the scene shows',
  cast: 'the cast',
  prompt: 'what the scene shows',
  references: 'the drawing',
  strength: 'strength',
  steps: 'steps of painting',
  painter: 'picture model',
  upscaler: 'upscaler',
  painting: 'painting',
  figures: 'the drawing',
  style: 'style',
  seed: 'seed',
  width: 'size',
  height: 'size',
  size: 'size',
  fps: 'frame rate',
  frames: 'length',
  picture: 'picture',
  camera: 'camera move',
  motion: 'motion',
  parallax: 'motion',
  captions: 'captions',
  next: 'what comes in over its end',
  preset: 'x264 preset',
  crf: 'x264 quality',
  codec: 'codec',
  device: 'graphics card',
  ffmpeg: 'ffmpeg version',
  chunks: 'narration',
  music: 'music',
  ambience: 'ambience',
  volumes: 'volumes',
  loudness: 'loudness',
  segments: 'pictures in motion',
  narration: 'sound',
  title: 'title',
  chapters: 'chapters',
};

/** 'text and voice changed', 'never made', ...: why a step runs, for a dry run and the log. */
export function reasonText(reason: StaleReason): string {
  switch (reason.kind) {
    case 'never-made':
      return 'never made';
    case 'dropped':
      return 'dropped from the cache';
    case 'stage-updated':
      return `Storyloom makes it better now (version ${String(reason.to)})`;
    case 'changed': {
      const names = [...new Set(reason.fields.map(fieldName))];
      return names.length === 0 ? 'changed' : `${listed(names)} changed`;
    }
  }
}

function fieldName(path: string): string {
  const parts = path.split('.');
  const known = parts.find((part) => part in WORDS);
  return known === undefined ? (parts[0] ?? path) : (WORDS[known] ?? known);
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
