import { fileURLToPath, pathToFileURL } from 'node:url';
import { openDesk } from '../desk/desk.ts';
import { runWindow } from './run-window.ts';

const address = (name: string) => new URL(`../bare/${name}`, import.meta.url).href;

/** What Electron is given to run for a window with one page, whose address comes as the last argument. */
export const bareMain = fileURLToPath(address('main.js'));

export const colourPage = address('colour.html');

/** xterm.js alone in a window of the same browser, fed from memory: what no program around it can exceed by much. */
export interface XtermJs {
  /** How long it takes to read the file, ms. */
  readonly play: (file: string) => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** `renderer`: the one that Holdfast would choose here, or WebGL although no graphics processor may be there for it. */
export async function startXtermJs(renderer: 'chosen' | 'webgl'): Promise<XtermJs> {
  const desk = await openDesk();
  const window = runWindow({ env: desk.env, main: bareMain, args: [`${address('xterm-js.html')}#${renderer}`] });
  const stop = async () => {
    await window.stop();
    await desk.stop();
  };
  try {
    const page = await window.page();
    return { play: (file) => page.evaluate(`play(${JSON.stringify(pathToFileURL(file).href)})`), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
