import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { WriterView } from '../../../shared/writers.ts';
import { paths } from '../../shell/paths.ts';
import { Select, type Choice } from '../../ui/select.tsx';
import { useWriters } from './use-writers.ts';

/** Stands for 'nobody named': whoever the settings have for each task. */
const AS_SET = '';

export interface WriterChoiceProps {
  readonly value: string | undefined;
  readonly onChange: (writer: string | undefined) => void;
}

/** Who writes. */
export function WriterChoice({ value, onChange }: WriterChoiceProps) {
  const { t } = useTranslation();
  const { writers, asked } = useWriters();
  const usual = asked(undefined).map(({ name }) => name);
  const known = value !== undefined && !writers.some(({ id }) => id === value);
  const choices: Choice<string>[] = [
    { id: AS_SET, label: t('write.asSet', { writers: usual.join(', ') }) },
    ...writers.map((writer) => ({
      id: writer.id,
      label: writer.name,
      note: noteOf(writer),
      isDisabled: !writer.ready,
    })),
    // It was removed since it was chosen.
    ...(known ? [{ id: value, label: value }] : []),
  ];
  return (
    <div className="idea-writer">
      <Select
        label={t('write.writer')}
        choices={choices}
        value={value ?? AS_SET}
        onChange={(id) => {
          onChange(id === AS_SET ? undefined : id);
        }}
      />
      <p className="field-note">
        <Link href={paths.settings}>{t('write.writersSet')}</Link>
      </p>
    </div>
  );
}

function noteOf(writer: WriterView): string | undefined {
  if (!writer.ready) return writer.whyNot;
  const { runs } = writer;
  return runs.place === 'computer' || runs.isLocal ? undefined : runs.host;
}
