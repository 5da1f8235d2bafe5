// A program of Electron's that shows the page which its last argument names, in a window of Holdfast's size.
import { app, BrowserWindow } from 'electron';

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 660, height: 500, useContentSize: true });
  window.loadFile(process.argv.at(-1));
});
