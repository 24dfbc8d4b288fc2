/** What Electron's host itself says to the user, in its menu and dialogs; the page has words of its own. */
const ENGLISH = {
  file: 'File',
  newProject: 'New Project',
  open: 'Open …',
  pack: 'Save a Copy …',
  export: 'Export Film …',
  settings: 'Settings …',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  find: 'Find and Replace …',
  view: 'View',
  stories: 'Stories and projects',
  done: 'The film is ready',
  failed: 'The export stopped',
  quitTitle: 'Something is still being made.',
  quitDetail: 'What is finished is kept: it is gone on with when Storyloom is started again.',
  quit: 'Quit',
  stay: 'Keep Working',
};
export type Words = Readonly<Record<keyof typeof ENGLISH, string>>;

const GERMAN: Words = {
  file: 'Datei',
  newProject: 'Neues Projekt',
  open: 'Öffnen …',
  pack: 'Kopie sichern …',
  export: 'Film exportieren …',
  settings: 'Einstellungen …',
  edit: 'Bearbeiten',
  undo: 'Widerrufen',
  redo: 'Wiederholen',
  find: 'Suchen und Ersetzen …',
  view: 'Darstellung',
  stories: 'Geschichten und Projekte',
  done: 'Der Film ist fertig',
  failed: 'Der Export hat angehalten',
  quitTitle: 'Es ist noch etwas in Arbeit.',
  quitDetail: 'Was fertig ist, bleibt: Beim nächsten Start von Storyloom geht es damit weiter.',
  quit: 'Beenden',
  stay: 'Weiterarbeiten',
};

/** `language` as the settings have it; `locale` is the system's own ('de-AT'). */
export function wordsFor(language: 'system' | 'en' | 'de', locale: string): Words {
  const chosen = language === 'system' ? locale.slice(0, 2) : language;
  return chosen === 'de' ? GERMAN : ENGLISH;
}
