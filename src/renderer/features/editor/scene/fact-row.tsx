import { CopyCheck } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenePatch } from '../../../../shared/project.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Select, type Choice } from '../../../ui/select.tsx';
import { useSession } from '../state/context.tsx';

export type Fact = Exclude<keyof ScenePatch, 'text' | 'title' | 'shown' | 'hidden' | 'speed' | 'pauseAfter'>;

export interface FactRowProps<T extends string> {
  readonly sceneId: string;
  readonly fact: Fact;
  readonly label: string;
  /** What the author set; absent while it follows from the text or the project. */
  readonly value: T | undefined;
  /** What it follows to, in words: 'Forest, from the text'. */
  readonly automatic: string;
  readonly choices: readonly Choice<T>[];
  readonly extra?: ReactNode;
}

const AUTOMATIC = 'automatic';

/** One fact of a scene: the automatic choice first, then every value; what is set by hand can be given to all scenes. */
export function FactRow<T extends string>(props: FactRowProps<T>) {
  const { sceneId, fact, label, value, automatic, choices, extra } = props;
  const session = useSession();
  // The same objects as before wherever nothing changed: a list of many is not built anew for another scene.
  const first = useMemo(() => ({ id: AUTOMATIC, label: automatic }) as const, [automatic]);
  const all = useMemo(() => [first, ...choices], [first, choices]);
  return (
    <div className="fact" data-set={value !== undefined}>
      <Select<T | typeof AUTOMATIC>
        label={label}
        isRow
        value={value ?? AUTOMATIC}
        choices={all}
        onChange={(chosen) => {
          const set = { [fact]: chosen === AUTOMATIC ? null : chosen } as ScenePatch;
          void session.edit({ type: 'set-scene', sceneId, set });
        }}
      />
      {extra}
      <ApplyToAll fact={fact} value={value} label={label} />
    </div>
  );
}

export interface ApplyToAllProps {
  readonly fact: Exclude<keyof ScenePatch, 'text' | 'title' | 'shown' | 'hidden'>;
  readonly value: string | number | undefined;
  readonly label: string;
}

/** Gives what was set here to every scene, as one step of undo. */
export function ApplyToAll({ fact, value, label }: ApplyToAllProps) {
  const { t } = useTranslation();
  const session = useSession();
  if (value === undefined) return <span className="fact-space" />;
  return (
    <IconButton
      size="small"
      label={t('editor.facts.applyToAll', { fact: label })}
      icon={<CopyCheck aria-hidden />}
      onPress={() => {
        void session.edit({ type: 'set-all-scenes', set: { [fact]: value } });
        session.announce(t('editor.said.appliedToAll', { fact: label }));
      }}
    />
  );
}
