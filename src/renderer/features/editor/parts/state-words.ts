import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { SceneState } from '../../../../shared/views.ts';

export interface StateWords {
  /** 'Ready', 'Drawing 40 %'. */
  readonly words: string;
  readonly tone: 'plain' | 'accent' | 'ok' | 'warn' | 'danger';
  /** 0..1, while working and when it is known. */
  readonly value?: number | undefined;
}

const TONES = {
  empty: 'plain',
  waiting: 'plain',
  changed: 'warn',
  working: 'accent',
  ready: 'ok',
  failed: 'danger',
} as const satisfies Record<SceneState['state'], StateWords['tone']>;

/** The stages as the user sees them. What joins a scene's picture and voice is one thing to them. */
const STAGES = ['narrate', 'illustrate', 'compose'] as const;

/** A scene's state in words; a scene that nothing is known of yet is waiting. */
export function useStateWords(): (scene: SceneState | undefined) => StateWords {
  const { t } = useTranslation();
  return useCallback(
    (scene) => {
      const state = scene?.state ?? 'waiting';
      const tone = TONES[state];
      if (state !== 'working') return { words: t(`editor.state.${state}`), tone };
      const stage = STAGES.find((name) => name === scene?.progress?.stage) ?? 'other';
      return { words: t(`editor.state.working.${stage}`), tone, value: scene?.progress?.value };
    },
    [t],
  );
}
