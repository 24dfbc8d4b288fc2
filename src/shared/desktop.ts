/** What Electron's preload script gives the page, and what travels beside the contract: words only, no powers. */

/** What the application's menu, its icon or the system asks the focused window to do. */
export type DesktopCommand =
  | { readonly type: 'undo' | 'redo' | 'find' | 'new-project' | 'pack' | 'export' | 'settings' }
  /** A file was opened with the program: this project was made of it. */
  | { readonly type: 'show-project'; readonly projectId: string }
  | { readonly type: 'show-job'; readonly jobId: string }
  /** To be told to the user. */
  | { readonly type: 'failure'; readonly message: string; readonly hint?: string };

export interface DesktopBridge {
  readonly host: 'electron';
  /** process.platform: 'darwin', 'win32', 'linux'. */
  readonly platform: string;
  /** Gives a function that stops listening. */
  onCommand(listener: (command: DesktopCommand) => void): () => void;
}

/** The page posts this to its own window, with a port to speak the contract over; the preload script passes it on. */
export const CONNECT_MESSAGE = 'storyloom:connect';
/** Carries DesktopCommands from the main process. */
export const COMMAND_CHANNEL = 'storyloom:command';
