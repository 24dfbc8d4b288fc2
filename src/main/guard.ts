import { app, session } from 'electron';
import { isOurs } from './addresses.ts';

/** The page is ours and nothing else: it cannot leave, open windows, embed others' pages, or be given permissions. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event, url) => {
      if (!isOurs(url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
  });
}

/** What a session may be asked for; to be called when the app is ready. */
export function guardSession(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  // Packed projects and the like are saved where the user says; nothing else can be.
  defaultSession.on('will-download', (event, item) => {
    if (!isOurs(item.getURL())) event.preventDefault();
  });
}
