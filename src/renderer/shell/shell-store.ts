import { create } from 'zustand';

interface ShellState {
  /** The project whose export dialog is open. */
  readonly exporting: string | undefined;
  /** The done export that is played over the screen. */
  readonly playing: string | undefined;
  /** The text that the library's dialog for a new story begins with. */
  readonly startingText: string | undefined;
}

export const useShell = create<ShellState>(() => ({
  exporting: undefined,
  playing: undefined,
  startingText: undefined,
}));

/** Opens the export dialog over whatever is shown. */
export function openExport(projectId: string): void {
  useShell.setState({ exporting: projectId });
}

export function closeExport(): void {
  useShell.setState({ exporting: undefined });
}

/** Plays the film of a done export over whatever is shown. */
export function playFilm(jobId: string): void {
  useShell.setState({ playing: jobId });
}

export function closeFilm(): void {
  useShell.setState({ playing: undefined });
}

/** What was typed elsewhere goes on in the library's dialog for a new story, once the library is shown. */
export function startNewStory(text: string): void {
  useShell.setState({ startingText: text });
}

/** The dialog has it, or has been closed. */
export function endNewStory(): void {
  useShell.setState({ startingText: undefined });
}
