import { app } from 'electron';

/** macOS hands over links as events, the first one before the program is ready for any. */
export function collectLinks(): (listener: (link: string) => void) => void {
  const early: string[] = [];
  let handle = (link: string): void => void early.push(link);
  app.on('open-url', (event, link) => {
    event.preventDefault();
    handle(link);
  });
  return (listener) => {
    handle = listener;
    early.splice(0).forEach(listener);
  };
}
