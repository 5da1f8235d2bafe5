/** What Chromium's own windows do with keys and the mouse that the page left alone, an application's do not. */
export function tameBrowser(): void {
  const isOfBrowser = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (/^f([13567]|1[12])$/.test(key)) return true;
    if (event.altKey) return ['arrowleft', 'arrowright', 'home'].includes(key);
    if (!event.ctrlKey && !event.metaKey) return false;
    // Reload, close, new tab and window, print, save, open, source, downloads, history, bookmark, find, tools, profile.
    return (event.shiftKey ? 'rwtnbdijcmoag' : 'rwtnpsoujhdfgk').includes(key) || key === 'tab';
  };
  addEventListener('keydown', (event) => {
    if (isOfBrowser(event)) event.preventDefault();
  });
  addEventListener('contextmenu', (event) => event.preventDefault());
  // A listener alone makes Chromium ask before the window closes; main decides, and no question is shown.
  addEventListener('beforeunload', (event) => event.preventDefault());
}
