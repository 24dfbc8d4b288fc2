import { Plus, X } from 'lucide-react';
import { memo } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { CastView } from '../../../../shared/views.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { useEditor, useSession } from '../state/context.tsx';
import { sceneOf } from '../state/store.ts';
import { withCast } from './with-cast.ts';
import { Section } from './section.tsx';

const NOBODY: readonly string[] = [];

/** Who is to be seen. Taking one away hides them in this scene; adding one shows them although the text does not. */
export const CastField = memo(function CastField({ sceneId }: { readonly sceneId: string }) {
  const { t } = useTranslation();
  const session = useSession();
  const cast = useEditor((state) => state.view.cast);
  const hidden = useEditor((state) => sceneOf(state, sceneId)?.hidden) ?? NOBODY;
  const shown = useEditor((state) => sceneOf(state, sceneId)?.shown) ?? NOBODY;
  const understood = useEditor((state) => state.understood.get(sceneId)?.cast) ?? NOBODY;
  const undrawn = useEditor(useShallow((state) => state.understood.get(sceneId)?.undrawn ?? NOBODY));
  const present = cast.filter(({ id }) => !hidden.includes(id) && (shown.includes(id) || understood.includes(id)));
  const absent = cast.filter((member) => !present.includes(member));

  const change = ({ id }: CastView, isPresent: boolean): void => {
    const scene = sceneOf(session.state, sceneId);
    if (scene) void session.edit({ type: 'set-scene', sceneId, set: withCast(scene, id, isPresent, understood) });
  };

  return (
    <Section title={t('editor.cast.title')}>
      <div className="chips">
        {present.map((member) => (
          <span key={member.id} className="chip">
            <CastMark member={member} />
            {member.name}
            <AriaButton
              className="chip-remove"
              aria-label={t('editor.cast.remove', { name: member.name })}
              onPress={() => {
                change(member, false);
              }}
            >
              <X aria-hidden />
            </AriaButton>
          </span>
        ))}
        {absent.length === 0 ? null : (
          <Menu
            label={t('editor.cast.add')}
            placement="bottom start"
            trigger={
              <Button size="small" look="quiet" icon={<Plus aria-hidden />}>
                {t('editor.cast.add')}
              </Button>
            }
          >
            {absent.map((member) => (
              <MenuItem
                key={member.id}
                id={member.id}
                icon={<CastMark member={member} />}
                label={member.name}
                onAction={() => {
                  change(member, true);
                }}
              />
            ))}
          </Menu>
        )}
        {cast.length === 0 ? <p className="field-note">{t('editor.cast.nobody')}</p> : null}
      </div>
      {undrawn.length === 0 ? null : (
        <p className="field-note">{t('editor.cast.undrawn', { words: undrawn.join(', ') })}</p>
      )}
    </Section>
  );
});

/** Their first letter on the colour that marks them in every picture. */
function CastMark({ member }: { readonly member: CastView }) {
  return (
    <span className="chip-mark" aria-hidden style={{ borderColor: member.mark }}>
      {member.name.slice(0, 1)}
    </span>
  );
}
