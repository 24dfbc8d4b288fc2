import { useTranslation } from 'react-i18next';
import { BEDS } from '../../../../shared/film.ts';
import { AMBIENCES } from '../../../../shared/story.ts';
import { useStudio } from '../../../client/studio.tsx';
import { hear } from '../hearing/hearing.ts';
import { ListenButton } from '../hearing/listen-button.tsx';
import { useEditor, useSession } from '../state/context.tsx';

/** To a bed of music, or to the author's own; what follows the story has no sound of its own. */
export function ListenToMusic({ music }: { readonly music: string }) {
  const { t } = useTranslation();
  const { client } = useStudio();
  const { projectId } = useSession();
  const asset = useEditor((state) => state.document.ownMusic?.asset);
  const bed = BEDS.find((each) => each === music);
  if (bed === undefined && (music !== 'own' || asset === undefined)) return null;
  const key = `music ${bed ?? asset ?? ''}`;
  const wanted = bed === undefined ? { projectId } : { music: bed };
  return (
    <ListenButton
      isSmall
      label={t('editor.look.listen', { name: t(`editor.music.${bed ?? 'own'}`) })}
      hearingKey={key}
      onHear={() => hear(key, (signal) => client.sounds.listen(wanted, { signal }))}
    />
  );
}

export function ListenToAmbience({ ambience }: { readonly ambience: string }) {
  const { t } = useTranslation();
  const { client } = useStudio();
  const place = AMBIENCES.find((each) => each === ambience);
  if (place === undefined) return null;
  const key = `ambience ${place}`;
  return (
    <ListenButton
      label={t('editor.look.listen', { name: t(`editor.ambience.${place}`) })}
      hearingKey={key}
      onHear={() => hear(key, (signal) => client.sounds.listen({ ambience: place }, { signal }))}
    />
  );
}
