import { Plus, Trash2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useTypedText } from '../parts/use-typed-text.ts';
import { useEditor, useSession } from '../state/context.tsx';
import { HearButton } from './hear-button.tsx';

/** How the narrator says words that are read wrongly: another spelling, or IPA between slashes. */
export function PronunciationsTab() {
  const { t } = useTranslation();
  const { voice, speed, pronunciations } = useEditor((state) => state.document);
  const words = Object.keys(pronunciations).sort((a, b) => a.localeCompare(b));
  return (
    <div className="pronunciations">
      <p className="voices-none">{t('editor.voices.wordsNote')}</p>
      <NewPronunciation voice={voice} speed={speed} />
      <ul className="pronunciation-list" aria-label={t('editor.voices.words')}>
        {words.map((word) => (
          <PronunciationRow key={word} word={word} spoken={pronunciations[word]!} voice={voice} speed={speed} />
        ))}
      </ul>
    </div>
  );
}

interface Telling {
  readonly voice: string;
  readonly speed: number;
}

function NewPronunciation({ voice, speed }: Telling) {
  const { t } = useTranslation();
  const session = useSession();
  const [word, setWord] = useState('');
  const [spoken, setSpoken] = useState('');
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const isWhole = word.trim() !== '' && spoken.trim() !== '';

  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isWhole) return;
    const answer = await session.edit({ type: 'set-pronunciation', word: word.trim(), spoken: spoken.trim() });
    setRefusal(answer ? undefined : session.state.refusal?.message);
    if (!answer) return;
    setWord('');
    setSpoken('');
  };

  return (
    <form className="pronunciation" onSubmit={(event) => void add(event)}>
      <TextField label={t('editor.voices.word')} value={word} maxLength={100} onChange={setWord} />
      <TextField
        label={t('editor.voices.spoken')}
        placeholder={t('editor.voices.spokenPlaceholder')}
        value={spoken}
        maxLength={200}
        error={refusal}
        onChange={setSpoken}
      />
      <HearButton
        voice={voice}
        speed={speed}
        text={word.trim()}
        respelled={isWhole ? { [word.trim().toLowerCase()]: spoken.trim() } : {}}
        label={t('editor.voices.sayIt')}
      />
      <Button type="submit" icon={<Plus aria-hidden />} isDisabled={!isWhole}>
        {t('editor.voices.addWord')}
      </Button>
    </form>
  );
}

function PronunciationRow({
  word,
  spoken,
  voice,
  speed,
}: Telling & { readonly word: string; readonly spoken: string }) {
  const { t } = useTranslation();
  const session = useSession();
  const typed = useTypedText(spoken, (text) => {
    void session.edit({ type: 'set-pronunciation', word, spoken: text === '' ? null : text });
  });
  return (
    <li className="pronunciation">
      <span className="pronunciation-word">{word}</span>
      <TextField label={t('editor.voices.spokenOf', { word })} isLabelHidden maxLength={200} {...typed} />
      <HearButton
        voice={voice}
        speed={speed}
        text={word}
        respelled={{ [word]: typed.value }}
        label={t('editor.voices.sayIt')}
      />
      <IconButton
        label={t('editor.voices.removeWord', { word })}
        icon={<Trash2 aria-hidden />}
        onPress={() => {
          void session.edit({ type: 'set-pronunciation', word, spoken: null });
        }}
      />
    </li>
  );
}
