// Before the first paint, so that nothing flashes: the theme of last time (src/renderer/app/theme.ts keeps it).
try {
  const theme = localStorage.getItem('storyloom.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing shows the system's theme until the settings are here.
}
