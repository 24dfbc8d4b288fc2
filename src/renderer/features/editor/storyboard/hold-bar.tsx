import { Check, ImagePlus } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { useEditor, useParts } from '../state/context.tsx';

/** The storyboard first, then one picture to approve, then the rest. Nothing once that is said. */
export const HoldBar = memo(function HoldBar() {
  const { t } = useTranslation();
  const { session, ui } = useParts();
  const hold = useEditor((state) => state.hold);
  const number = useEditor((state) => (state.places.get(state.shown) ?? 0) + 1);
  const hasPicture = useEditor((state) => state.states[state.shown]?.picture !== undefined);
  if (hold === undefined) return null;
  const isFirst = hold === 'first';
  return (
    <div
      className="hold"
      role="group"
      aria-label={t('editor.hold.label')}
      onClick={(event) => {
        // A click on the picture plays it.
        event.stopPropagation();
      }}
    >
      <p className="hold-words">
        {isFirst
          ? hasPicture
            ? t('editor.hold.approve')
            : t('editor.hold.drawing', { number })
          : t('editor.hold.read')}
      </p>
      {isFirst ? (
        <Button
          look="primary"
          size="small"
          icon={<Check aria-hidden />}
          isDisabled={!hasPicture}
          onPress={() => {
            session.approve();
          }}
        >
          {t('editor.hold.rest')}
        </Button>
      ) : (
        <Button
          look="primary"
          size="small"
          icon={<ImagePlus aria-hidden />}
          onPress={() => {
            ui.setState({ view: 'strip' });
            session.makeFirst();
          }}
        >
          {t('editor.hold.first', { number })}
        </Button>
      )}
    </div>
  );
});
