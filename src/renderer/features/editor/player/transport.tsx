import { Captions, CaptionsOff, LayoutGrid, Pause, Play, Plus, SkipBack, SkipForward } from 'lucide-react';
import { memo } from 'react';
import { Label, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/icon-button.tsx';
import { clockText } from '../../../i18n/format.ts';
import { filmSeconds } from '../parts/film-seconds.ts';
import { clockTenths } from '../parts/time-text.ts';
import { useEditor, useParts, usePlayer, useUi } from '../state/context.tsx';
import { neighbour } from '../state/store.ts';
import { useSceneActions } from '../storyboard/use-scene-actions.ts';

/** Under the picture: play, where one is, captions. */
export const Transport = memo(function Transport() {
  const { t } = useTranslation();
  const { session, player, ui } = useParts();
  const isPlaying = usePlayer((state) => state.isPlaying);
  const previous = useEditor((state) => neighbour(state, state.shown, -1));
  const next = useEditor((state) => neighbour(state, state.shown, 1));
  const actions = useSceneActions();
  return (
    <div className="transport" role="group" aria-label={t('editor.player.label')}>
      <FilmPlace />
      <IconButton
        label={t('editor.player.previous')}
        icon={<SkipBack aria-hidden />}
        isDisabled={previous === undefined}
        onPress={() => {
          if (previous !== undefined) session.show(previous);
        }}
      />
      <IconButton
        className="transport-play"
        label={isPlaying ? t('editor.player.pause') : t('editor.player.play')}
        keys={t('editor.keys.space')}
        icon={isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />}
        onPress={() => player.toggle()}
      />
      <IconButton
        label={t('editor.player.next')}
        icon={<SkipForward aria-hidden />}
        isDisabled={next === undefined}
        onPress={() => {
          if (next !== undefined) session.show(next);
        }}
      />
      <Seek />
      <CaptionsButton />
      <span className="transport-end">
        <IconButton
          label={t('editor.scene.add')}
          icon={<Plus aria-hidden />}
          onPress={() => void actions.add(next ?? null)}
        />
        <IconButton
          label={t('editor.grid.open')}
          keys="G"
          icon={<LayoutGrid aria-hidden />}
          onPress={() => {
            ui.setState({ view: 'grid' });
          }}
        />
      </span>
    </div>
  );
});

/** Captions of the page, on or off; where the film has its own the way to their style. */
function CaptionsButton() {
  const { t } = useTranslation();
  const { ui } = useParts();
  const isOn = useUi((state) => state.captions);
  const style = useEditor((state) => state.document.captions);
  if (style !== 'none') {
    return (
      <IconButton
        label={t('editor.player.captionsInFilm', { style: t(`editor.captions.${style}`) })}
        keys="C"
        icon={<Captions aria-hidden />}
        onPress={() => {
          ui.setState({ dialog: 'look' });
        }}
      />
    );
  }
  return (
    <IconButton
      label={isOn ? t('editor.player.captionsOff') : t('editor.player.captionsOn')}
      keys="C"
      icon={isOn ? <Captions aria-hidden /> : <CaptionsOff aria-hidden />}
      aria-pressed={isOn}
      onPress={() => {
        ui.setState({ captions: !isOn });
      }}
    />
  );
}

/** 'Scene 3 of 11': where in the film this is, and how long the film is. */
function FilmPlace() {
  const { t } = useTranslation();
  const number = useEditor((state) => (state.places.get(state.shown) ?? 0) + 1);
  const count = useEditor((state) => state.document.scenes.length);
  const isAll = usePlayer((state) => state.mode === 'all');
  const film = useEditor((state) => filmSeconds(state));
  const before = useEditor((state) => filmSeconds(state, state.shown));
  const time = usePlayer((state) => Math.floor(state.time));
  return (
    <span className="transport-place numbers">
      <span>{t('editor.player.place', { number, count })}</span>
      <span className="transport-film">
        {isAll
          ? t('editor.player.filmPlaying', { at: clockText(before + time), length: clockText(film) })
          : t('editor.player.film', { length: clockText(film) })}
      </span>
    </span>
  );
}

/** A part of its own: it is drawn again with every step of the clock. */
function Seek() {
  const { t } = useTranslation();
  const { player } = useParts();
  const time = usePlayer((state) => state.time);
  const duration = usePlayer((state) => state.duration);
  const guess = useEditor((state) => state.states[state.shown]?.seconds ?? 0);
  const length = duration > 0 ? duration : guess;
  const isReady = duration > 0;
  return (
    <Slider
      className="seek"
      value={Math.min(time, length)}
      minValue={0}
      maxValue={Math.max(length, 0.1)}
      step={0.1}
      isDisabled={!isReady}
      onChange={(value) => {
        if (typeof value === 'number') player.seek(value);
      }}
    >
      <Label className="visually-hidden">{t('editor.player.seek')}</Label>
      <span className="seek-time numbers">{clockTenths(time)}</span>
      <SliderTrack className="seek-track">
        {({ state }) => (
          <>
            <span className="seek-line">
              <span className="seek-fill" style={{ width: `${String(state.getThumbPercent(0) * 100)}%` }} />
            </span>
            <SliderThumb
              className="seek-thumb"
              aria-valuetext={t('editor.player.at', { time: clockTenths(time), length: clockTenths(length) })}
            />
          </>
        )}
      </SliderTrack>
      <span className="seek-time numbers" data-guess={!isReady}>
        {isReady ? clockTenths(length) : t('editor.about', { length: clockText(length) })}
      </span>
    </Slider>
  );
}
