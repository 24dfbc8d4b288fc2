import { useTranslation } from 'react-i18next';
import { costText, numberText } from '../../i18n/format.ts';
import type { DeskStory } from './desk/types.ts';
import { useWriters } from './use-writers.ts';

/** Whose text it is, and what it took. */
export function StoryFoot({ story: { writer, usage } }: { readonly story: DeskStory }) {
  const { t } = useTranslation();
  const { nameOf } = useWriters();
  if (writer === undefined) return null;
  const facts = [
    t('write.by', { writer: nameOf(writer) }),
    ...(usage ? [t('write.tokens', { tokens: numberText(usage.promptTokens + usage.completionTokens) })] : []),
    ...(usage?.cost === undefined ? [] : [t('write.cost', { cost: costText(usage.cost, usage.currency) })]),
    ...(usage?.isEstimate ? [t('write.estimated')] : []),
  ];
  return <p className="paper-foot numbers">{facts.join(' · ')}</p>;
}
