import i18next from 'i18next';
import { MapPin, Smile, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Mood } from '../../../shared/story.ts';
import type { Beat } from '../../../shared/writing.ts';
import { GrowingText } from '../../ui/growing-text.tsx';
import { changeScene } from './desk/desk.ts';
import type { DeskScene } from './desk/types.ts';
import { GrowingTitle } from './growing-title.tsx';

export interface ScenePartProps {
  readonly storyId: string;
  readonly place: number;
  readonly scene: DeskScene;
  readonly beat: Beat | undefined;
  readonly isWriting: boolean;
}

/** A step of the outline, under which its text appears; afterwards a heading and a text to be changed. */
export function ScenePart({ storyId, place, scene, beat, isWriting }: ScenePartProps) {
  const { t } = useTranslation();
  const number = place + 1;
  return (
    <li className="part" data-written={scene.text !== ''}>
      <span className="part-number numbers" aria-hidden>
        {number}
      </span>
      <div className="part-body">
        {isWriting ? (
          <h3 className="part-title">{scene.title}</h3>
        ) : (
          <GrowingTitle
            label={t('write.sceneTitle', { number })}
            placeholder={t('write.titlePlaceholder', { number })}
            className="part-title"
            value={scene.title}
            onChange={(title) => {
              changeScene(storyId, place, { title });
            }}
          />
        )}
        {beat ? <BeatFacts beat={beat} /> : null}
        {beat && scene.text === '' ? <p className="part-plan">{beat.what}</p> : null}
        {isWriting ? (
          <Arriving text={scene.text} />
        ) : (
          <GrowingText
            label={t('write.sceneText', { number })}
            placeholder={t('write.comes')}
            className="part-text"
            value={scene.text}
            onChange={(text) => {
              changeScene(storyId, place, { text });
            }}
          />
        )}
      </div>
    </li>
  );
}

/** Where, who, and in what mood. */
function BeatFacts({ beat: { where, who, mood } }: { readonly beat: Beat }) {
  return (
    <p className="part-facts">
      {where === '' ? null : (
        <span>
          <MapPin aria-hidden />
          {where}
        </span>
      )}
      {who.length === 0 ? null : (
        <span>
          <Users aria-hidden />
          {who.join(', ')}
        </span>
      )}
      {mood === '' ? null : (
        <span>
          <Smile aria-hidden />
          {moodText(mood)}
        </span>
      )}
    </p>
  );
}

/** A model may have moods of its own. */
function moodText(mood: string): string {
  return i18next.exists(`editor.mood.${mood}`) ? i18next.t(`editor.mood.${mood as Mood}`) : mood;
}

/** Each sentence comes in by itself, as it is written. */
function Arriving({ text }: { readonly text: string }) {
  if (text === '') return null;
  return (
    <div className="part-text part-arriving">
      {text.split(/\n\s*\n/u).map((paragraph, place) => (
        <p key={place}>
          {paragraph.split(/(?<=[.!?…]["'”’»)]*\s)/u).map((sentence, each) => (
            <span key={each} className="arriving">
              {sentence}
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}
