import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../../ui/select.tsx';
import { useEditor, useSession } from '../state/context.tsx';
import { HearButton } from './hear-button.tsx';
import { lineOf } from './lines.ts';
import { useVoiceChoices, useVoiceNames } from './use-voice-names.ts';

const NARRATOR = 'narrator';

/** A voice of their own for those who say something within quotation marks. */
export function CharactersTab() {
  const { t } = useTranslation();
  const session = useSession();
  const nameOf = useVoiceNames();
  const voices = useVoiceChoices();
  const view = useEditor((state) => state.view);
  const { voice: narrator, speed, characterVoices } = useEditor((state) => state.document);
  const speakers = view.cast.filter((member) => member.speaks || member.id in characterVoices);
  const lines = useMemo(
    () => new Map(view.cast.map((member) => [member.id, lineOf(member, view.document, view.scenes)])),
    [view],
  );
  if (speakers.length === 0) return <p className="voices-none">{t('editor.voices.nobodySpeaks')}</p>;
  return (
    <ul className="characters">
      {speakers.map((member) => {
        const line = lines.get(member.id);
        const chosen = characterVoices[member.id];
        return (
          <li key={member.id} className="character">
            <span className="chip-mark" aria-hidden style={{ borderColor: member.mark }}>
              {member.name.slice(0, 1)}
            </span>
            <span className="character-name">
              {member.name}
              <span className="character-line story">{line}</span>
            </span>
            <Select
              label={t('editor.voices.voiceOf', { name: member.name })}
              isLabelHidden
              value={chosen ?? NARRATOR}
              choices={[
                { id: NARRATOR, label: t('editor.voices.asNarrator', { name: nameOf(narrator, true) }) },
                ...voices,
              ]}
              onChange={(voice) => {
                const own = voice === NARRATOR ? null : voice;
                void session.edit({ type: 'set-character-voice', castId: member.id, voice: own });
              }}
            />
            <HearButton voice={chosen ?? narrator} text={line ?? member.name} speed={speed} />
          </li>
        );
      })}
    </ul>
  );
}
