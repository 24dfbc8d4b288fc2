import { percentText } from '../../../i18n/format.ts';
import { FramedPicture } from '../../../ui/framed-picture.tsx';
import { useStateWords } from '../parts/state-words.ts';
import { useEditor } from '../state/context.tsx';
import { paintingOf } from '../state/store.ts';
import { CARD, CARD_WIDTHS } from './card-sizes.ts';

/** The scene's picture; while it is painted, what it looks like so far; before there is one, what it will show. */
export function CardPicture({ sceneId }: { readonly sceneId: string }) {
  const frame = useEditor((all) => CARD_WIDTHS[all.document.output.shape] / CARD.pictureHeight);
  const isReady = useEditor((all) => all.states[sceneId]?.state === 'ready');
  const thumbnail = useEditor((all) => all.states[sceneId]?.thumbnail);
  const painted = useEditor((all) => paintingOf(all, sceneId)?.preview);
  const line = useEditor((all) => all.understood.get(sceneId)?.picture);
  if (painted !== undefined && !isReady) return <FramedPicture src={painted} frame={frame} />;
  if (thumbnail === undefined) return <span className="card-line story">{line}</span>;
  return <FramedPicture className={isReady ? '' : 'card-picture-old'} src={thumbnail} frame={frame} isLazy />;
}

/** The scene's state in words, and how far it is. */
export function CardState({ sceneId }: { readonly sceneId: string }) {
  const isWorking = useEditor((all) => all.states[sceneId]?.state === 'working');
  const { words, tone, value } = useStateWords(sceneId);
  return (
    <>
      <span className={`card-state card-state-${tone}`}>
        {words}
        {value === undefined ? null : <span className="numbers">{percentText(value)}</span>}
      </span>
      {isWorking ? (
        <span className="card-progress" aria-hidden>
          <span style={{ translate: `${String((value ?? 0) * 100 - 100)}%` }} />
        </span>
      ) : null}
    </>
  );
}
