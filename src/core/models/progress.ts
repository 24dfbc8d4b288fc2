/** How far a model's installation is. Laws: within a phase `loaded` never falls, `total` is constant, the last is total. */
export interface ModelProgress {
  readonly phase: 'download' | 'verify' | 'convert';
  /** Bytes. */
  readonly loaded: number;
  readonly total: number;
}

export interface Phase {
  /** Adds to what is done. */
  add(bytes: number): void;
  /** Sets what is done; a smaller number than before is not shown (a download that had to start again). */
  set(loaded: number): void;
  finish(): void;
}

const INTERVAL_MS = 100;

/** One phase that keeps the laws whatever it is told, and speaks at most about ten times a second. */
export function startPhase(
  phase: ModelProgress['phase'],
  total: number,
  onProgress: ((progress: ModelProgress) => void) | undefined,
): Phase {
  let loaded = 0;
  let shown = -1;
  let last = -Infinity;
  const show = (force: boolean) => {
    const value = Math.min(loaded, total);
    if (value <= shown || (!force && performance.now() - last < INTERVAL_MS)) return;
    shown = value;
    last = performance.now();
    onProgress?.({ phase, loaded: value, total });
  };
  show(true);
  return {
    add(bytes) {
      loaded += bytes;
      show(false);
    },
    set(value) {
      loaded = value;
      show(false);
    },
    finish() {
      loaded = total;
      show(true);
    },
  };
}
