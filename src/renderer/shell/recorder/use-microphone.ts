import { useEffect, useEffectEvent, useState } from 'react';
import { useStore } from 'zustand';
import type { Take } from './kept-takes.ts';
import { Microphone } from './microphone.ts';
import { takesChanged } from './takes.ts';

/** A microphone for as long as the part is there: when it goes, what was being recorded is ended and kept. */
export function useMicrophone(onKept: (take: Take) => void = () => undefined) {
  const kept = useEffectEvent(onKept);
  const [microphone] = useState(
    () =>
      new Microphone((take) => {
        takesChanged();
        kept(take);
      }),
  );
  useEffect(
    () => () => {
      microphone.stop();
    },
    [microphone],
  );
  return { microphone, phase: useStore(microphone.store, ({ phase }) => phase) };
}
