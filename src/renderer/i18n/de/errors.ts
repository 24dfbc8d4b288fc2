export const errors = {
  lost: 'Die Verbindung zu Storyloom ist abgerissen.',
  lostHint: 'Sie wird von selbst wieder aufgebaut; nichts Gespeichertes geht verloren.',
  lostBanner: 'Die Verbindung zu Storyloom ist abgerissen. Neuer Versuch läuft…',
  lostBannerHint: 'Wurde Storyloom neu gestartet, öffnen Sie die Adresse, die es jetzt anzeigt.',
  bug: 'In Storyloom ist etwas schiefgegangen: {{message}}',
  bugHint:
    'Ihre Arbeit ist gespeichert. Versuchen Sie es noch einmal; bleibt es dabei, senden Sie die Diagnosedatei aus den Einstellungen.',
  uploadLost: 'Die Datei „{{name}}“ konnte nicht gesendet werden.',
  uploadLostHint: 'Prüfen Sie, ob sie noch lesbar ist und ob Storyloom läuft, und versuchen Sie es erneut.',
  screenTitle: 'Diese Ansicht ist gestolpert',
  screenText:
    'Was Sie gemacht haben, ist gespeichert. Laden Sie die Ansicht neu; hilft das nicht, gehen Sie zurück zu Ihren Geschichten.',
  reload: 'Neu laden',
  toLibrary: 'Zu Ihren Geschichten',
  notFoundTitle: 'Hier ist nichts',
  notFoundText: 'Diese Adresse führt zu keiner Ansicht von Storyloom.',
};
