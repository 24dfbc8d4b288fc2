import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Codec, Encoder } from '../../../shared/film.ts';
import { useStudio } from '../../client/studio.tsx';
import { Message } from '../../ui/message.tsx';
import { Select } from '../../ui/select.tsx';
import {
  CODECS,
  ENCODERS,
  presetOf,
  PRESETS,
  QUALITIES,
  QUALITY_NAMES,
  qualityOf,
  type OutputProps,
} from './options.ts';

/** How the film's pictures become its file. */
export function EncodingOptions({ output, onChange }: OutputProps) {
  const { t } = useTranslation();
  // The first time it is asked every encoder is tried on this computer, which takes a moment.
  const encoders = useQuery(useStudio().queries.system.encoders.queryOptions({ staleTime: Infinity }));
  const fault = (codec: Codec, encoder: Encoder): string | undefined => {
    const known = encoders.data?.find((each) => each.codec === codec && each.encoder === encoder);
    return known === undefined || known.works
      ? undefined
      : known.reason === undefined
        ? t('exports.encoderFails')
        : t('exports.encoderWhy', { reason: known.reason });
  };
  return (
    <>
      <div className="export-pair">
        <Select
          label={t('exports.codec')}
          choices={CODECS.map((id) => {
            const missing = fault(id, 'software');
            const note = missing ?? t(`exports.codecNotes.${id}`);
            return { id, label: t(`exports.codecs.${id}`), note, isDisabled: missing !== undefined };
          })}
          value={output.codec}
          note={t(`exports.codecNotes.${output.codec}`)}
          onChange={(codec) => {
            onChange({ ...output, codec });
          }}
        />
        <Select
          label={t('exports.encoder')}
          choices={ENCODERS.map((id) => {
            const reason = fault(output.codec, id);
            return { id, label: t(`exports.encoders.${id}`), note: reason, isDisabled: reason !== undefined };
          })}
          value={output.encoder}
          note={encoders.isPending ? t('exports.encodersTried') : t('exports.encoderNote')}
          onChange={(encoder) => {
            onChange({ ...output, encoder });
          }}
        />
      </div>
      {fault(output.codec, output.encoder) === undefined ? null : (
        <Message tone="warn" title={t('exports.encoderGone')} hint={fault(output.codec, output.encoder)} />
      )}
      <div className="export-pair">
        <Select
          label={t('exports.preset')}
          choices={PRESETS.map((id) => ({
            id,
            label: t(`exports.presets.${id}`),
            note: t(`exports.presetNotes.${id}`),
          }))}
          value={output.preset}
          onChange={(preset) => {
            onChange({ ...output, preset: presetOf(preset) });
          }}
        />
        <Select
          label={t('exports.quality')}
          choices={QUALITY_NAMES.map((id) => ({ id, label: t(`exports.qualities.${id}`) }))}
          value={qualityOf(output.crf)}
          onChange={(quality) => {
            onChange({ ...output, crf: QUALITIES[quality] });
          }}
        />
      </div>
    </>
  );
}
