export const common = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  retry: 'Noch einmal versuchen',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  more: 'Mehr',
  loading: 'Wird geladen',
  messages: 'Meldungen',
  choose: 'Auswählen…',
  unit: { seconds_one: '{{count}} Sekunde', seconds_other: '{{count}} Sekunden' },
};
