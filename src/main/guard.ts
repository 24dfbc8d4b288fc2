import { app, session } from 'electron';
import { isOurs } from './addresses.ts';

/** The page is ours and nothing else: it cannot leave, open windows, or embed others' pages. */
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

/** What a session may be asked for: the microphone, by our own page, and nothing else. To be called when the app is ready. */
export function guardSession(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isSound = permission === 'media' && kinds.length > 0 && kinds.every((kind) => kind === 'audio');
    decide(isSound && details.isMainFrame && isOurs(details.requestingUrl));
  });
  defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin, { mediaType, isMainFrame }) =>
      permission === 'media' && mediaType === 'audio' && isMainFrame && isOurs(origin),
  );
  defaultSession.setDevicePermissionHandler(() => false);
  // Packed projects and the like are saved where the user says; nothing else can be.
  defaultSession.on('will-download', (event, item) => {
    if (!isOurs(item.getURL())) event.preventDefault();
  });
}
