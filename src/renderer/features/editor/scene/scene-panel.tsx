import { memo, useDeferredValue, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Takes } from '../pictures/takes.tsx';
import { useEditor, useUi } from '../state/context.tsx';
import { sceneOf } from '../state/store.ts';
import { RecordingFacts } from '../telling/recording-facts.tsx';
import { Transcript } from '../telling/transcript.tsx';
import { CastField } from './cast-field.tsx';
import { LookFacts } from './look-facts.tsx';
import { Narration } from './narration.tsx';
import { PlaceFacts } from './place-facts.tsx';
import { SceneTitle } from './scene-title.tsx';
import { VoiceFacts } from './voice-facts.tsx';

/** All that is known of the scene on the stage, to be changed in place. */
export const ScenePanel = memo(function ScenePanel() {
  const { t } = useTranslation();
  const shown = useEditor((state) => state.shown);
  const cursorAt = useUi((ui) => ui.cursor?.sceneId);
  // Walking through scenes goes first; the facts follow when there is a moment. Where the cursor is to go they are there at
  // once: on a slow machine the author would have gone on by then, and be thrown back.
  const atOnce = useRef(cursorAt);
  if (cursorAt !== undefined) atOnce.current = cursorAt;
  const later = useDeferredValue(shown);
  const sceneId = atOnce.current === shown ? shown : later;
  const isTold = useEditor((state) => sceneOf(state, sceneId)?.told !== undefined);
  // Searching marks places in the text.
  const isText = useUi((ui) => ui.isText || ui.find !== undefined);
  const number = useEditor((state) => (state.places.get(sceneId) ?? 0) + 1);
  return (
    <aside className="panel" aria-label={t('editor.panel', { number })}>
      <SceneTitle key={`title-${sceneId}`} sceneId={sceneId} />
      {isTold && !isText ? (
        <Transcript key={`told-${sceneId}`} sceneId={sceneId} />
      ) : (
        <Narration key={sceneId} sceneId={sceneId} />
      )}
      <Takes key={`takes-${sceneId}`} sceneId={sceneId} />
      <CastField sceneId={sceneId} />
      <PlaceFacts sceneId={sceneId} />
      <RecordingFacts sceneId={sceneId} />
      <VoiceFacts sceneId={sceneId} />
      <LookFacts sceneId={sceneId} />
    </aside>
  );
});
