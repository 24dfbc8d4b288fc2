export const shell = {
  home: 'Storyloom, Ihre Geschichten',
  screens: 'Ansichten',
  skip: 'Zum Inhalt springen',
  library: 'Geschichten',
  films: 'Filme',
  models: 'Modelle',
  settings: 'Einstellungen',
  menu: 'Andere Ansichten',
  dropHere: 'Geschichte hier ablegen',
  dropNote: 'Aus einer .txt-, .md-, .json- oder .storyloom-Datei wird eine neue Geschichte.',
  notAStory: 'Aus „{{name}}“ lässt sich keine Geschichte lesen.',
  notAStoryHint:
    'Nehmen Sie eine .txt-, .md-, .json- oder .storyloom-Datei. Ein Bild gehört im Editor auf seine Szene.',
  voiceMissing: 'Die Erzählstimme ist noch nicht auf diesem Rechner.',
  voiceMissingHint: 'Bilder entstehen auch ohne sie; Sprache und Filme brauchen sie ({{size}}, einmalig).',
  voiceFetching: 'Die Erzählstimme wird geladen.',
  voiceSee: 'Ansehen und laden',
};
