export const common = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  retry: 'Noch einmal versuchen',
  loading: 'Wird geladen',
  messages: 'Meldungen',
  choose: 'Auswählen…',
};
