import { Brush, Columns2, ImagePlus, Plus } from 'lucide-react';
import { RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ProjectScene, Take } from '../../../../shared/project.ts';
import { toFailure } from '../../../client/failure.ts';
import { Button } from '../../../ui/button.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Message } from '../../../ui/message.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Section } from '../scene/section.tsx';
import { useEditor, useParts, useSession } from '../state/context.tsx';
import { sceneOf } from '../state/store.ts';
import { EngineFact } from './engine-fact.tsx';
import { TakeChoice } from './take-choice.tsx';
import { useOwnPicture } from './use-own-picture.ts';
import { useTakes } from './use-takes.ts';

/** Every picture that the scene may have, the one in the film marked. None goes but by the author's hand. */
export function Takes({ sceneId }: { readonly sceneId: string }) {
  const scene = useEditor((state) => sceneOf(state, sceneId));
  return scene ? <TakesOf scene={scene} /> : null;
}

function TakesOf({ scene }: { readonly scene: ProjectScene }) {
  const { t } = useTranslation();
  const { session, ui } = useParts();
  const { views, error, isStopped, stop, goOn } = useTakes(scene);
  const { add, name, refusal } = useOwnPicture();
  const chosen = scene.takes.find((take) => take.id === scene.take);
  const failure = refusal ?? (error ? toFailure(error) : undefined);
  return (
    <Section
      title={t('editor.pictures.title')}
      actions={
        scene.takes.length > 1 ? (
          <IconButton
            size="small"
            label={t('editor.pictures.compare')}
            icon={<Columns2 aria-hidden />}
            onPress={() => {
              ui.setState({ dialog: 'compare' });
            }}
          />
        ) : null
      }
    >
      <RadioGroup
        className="takes"
        aria-label={t('editor.pictures.choose')}
        orientation="horizontal"
        value={scene.take}
        onChange={(takeId) => {
          void session.edit({ type: 'choose-take', sceneId: scene.id, takeId });
        }}
      >
        {scene.takes.map((take, index) => (
          <TakeChoice
            key={take.id}
            scene={scene}
            take={take}
            number={index + 1}
            thumbnail={views.get(take.id)?.thumbnail}
            isStopped={isStopped}
            onStop={() => {
              stop();
              if (take.id === scene.take) void session.stop(scene.id);
            }}
          />
        ))}
        <Button
          className="take-new"
          look="quiet"
          icon={<Plus aria-hidden />}
          onPress={() => {
            void session.edit({ type: 'add-take', sceneId: scene.id });
          }}
        >
          {t('editor.pictures.newTake')}
        </Button>
      </RadioGroup>
      {chosen?.kind === 'own' ? <FitChoice sceneId={scene.id} take={chosen} /> : <EngineFact sceneId={scene.id} />}
      <div className="takes-own">
        {isStopped ? (
          <Button size="small" icon={<Brush aria-hidden />} onPress={goOn}>
            {t('editor.painting.goOnTakes')}
          </Button>
        ) : null}
        <FileButton
          size="small"
          accept={['image/*', '.heic', '.heif', '.avif']}
          icon={<ImagePlus aria-hidden />}
          isPending={name !== undefined}
          onFiles={([file]) => {
            if (file) void add(file);
          }}
        >
          {name === undefined ? t('editor.pictures.own') : t('editor.adding', { name })}
        </FileButton>
      </div>
      {failure === undefined ? null : <Message tone="danger" title={failure.message} hint={failure.hint} />}
    </Section>
  );
}

function FitChoice({ sceneId, take }: { readonly sceneId: string; readonly take: Take & { readonly kind: 'own' } }) {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <Segmented
      label={t('editor.pictures.fit')}
      isLabelHidden
      value={take.fit}
      choices={[
        { id: 'crop', label: t('editor.pictures.crop') },
        { id: 'blur', label: t('editor.pictures.blur') },
      ]}
      onChange={(fit) => {
        void session.edit({ type: 'fit-own-picture', sceneId, takeId: take.id, fit });
      }}
    />
  );
}
