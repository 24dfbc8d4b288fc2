import { useTranslation } from 'react-i18next';
import type { SceneState } from '../../../../shared/views.ts';
import { useEditor } from '../state/context.tsx';

export interface StateWords {
  /** 'Ready', 'Drawing 40 %'. */
  readonly words: string;
  readonly tone: 'plain' | 'accent' | 'ok' | 'warn' | 'danger';
  /** 0..1, while working and when it is known. */
  readonly value?: number | undefined;
  /** The author stopped it: nothing goes on by itself. */
  readonly isStopped: boolean;
}

const TONES = {
  empty: 'plain',
  waiting: 'plain',
  changed: 'warn',
  working: 'accent',
  ready: 'ok',
  failed: 'danger',
} as const satisfies Record<SceneState['state'], StateWords['tone']>;

/** The stages that have words of their own; the first three fetch the voice, once. */
const STAGES = [
  ...['download', 'verify', 'convert', 'narrate'],
  ...['illustrate', 'paint', 'upscale', 'enlarge', 'compose'],
] as const;

/** A scene's state in words; a scene that nothing is known of yet is waiting. */
export function useStateWords(sceneId: string): StateWords {
  const { t } = useTranslation();
  const scene = useEditor((all) => all.states[sceneId]);
  const isStopped = useEditor((all) => all.stopped[sceneId] === 'stopped');
  const state = scene?.state ?? 'waiting';
  const tone = TONES[state];
  if (isStopped) return { words: t('editor.state.stopped'), tone, isStopped };
  if (state !== 'working') return { words: t(`editor.state.${state}`), tone, isStopped };
  const { stage: at, value, done, total } = scene?.progress ?? {};
  const stage = STAGES.find((name) => name === at) ?? 'other';
  const part = value ?? (done !== undefined && total ? Math.min(1, done / total) : undefined);
  return { words: t(`editor.state.working.${stage}`), tone, value: part, isStopped };
}
