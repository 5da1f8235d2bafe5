// A program of Electron's that shows the page at the address which is its last argument, in a window of Holdfast's size.
import { app, BrowserWindow } from 'electron';

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 660, height: 500, useContentSize: true });
  window.loadURL(process.argv.at(-1));
});
