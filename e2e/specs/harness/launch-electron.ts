import { _electron, type ElectronApplication } from '@playwright/test';
import type { App, LaunchOptions } from './app.ts';
import { dropFiles } from './drop-files.ts';
import { endProcess, watchOutput } from './process-output.ts';
import { createSurroundings } from './surroundings.ts';

/** What the spec's hooks leave in Electron's main process. */
interface Hooks {
  shownMenu: Electron.Menu | null;
  openedLinks: string[];
  openedPaths: string[];
  notices: string[];
}

/** Starts the program on Electron itself. */
export async function launchElectron(executablePath: string, options: LaunchOptions): Promise<App> {
  const around = createSurroundings(options);
  // Electron's sandbox cannot start as root, and CI is.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const electron = await _electron.launch({
    executablePath,
    args: [...asRoot, options.main ?? '.', ...around.args],
    env: { ...around.env },
  });
  const child = electron.process();
  const output = watchOutput(child);
  await installHooks(electron);
  const page = await electron.firstWindow();
  await page.waitForLoadState();
  if (options.size) {
    await electron.evaluate(
      ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
      options.size,
    );
  }

  return {
    kind: 'electron',
    page,
    home: around.home,
    userDataDir: around.userDataDir,
    output: output.text,
    openedLinks: () => electron.evaluate(() => (globalThis as unknown as { hooks: Hooks }).hooks.openedLinks),
    notices: () => electron.evaluate(() => (globalThis as unknown as { hooks: Hooks }).hooks.notices),
    openedPaths: () => electron.evaluate(() => (globalThis as unknown as { hooks: Hooks }).hooks.openedPaths),
    dropFiles: (at, paths) => dropFiles(page, at, paths),
    menu: (...labels) => electron.evaluate(clickMenu, labels),
    chooseFile: async (path, open) => {
      await electron.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
      }, path);
      await open();
    },
    closeWindow: () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    secondWindow: async () => {
      const second = electron.windows()[1] ?? (await electron.waitForEvent('window'));
      await second.waitForLoadState();
      return { page: second, menu: (...labels) => electron.evaluate(clickMenu, labels) };
    },
    reload: async () => {
      await page.reload();
    },
    crash: () =>
      electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()),
    exited: () => output.exited,
    stop: async () => {
      await endProcess(child, output.exited);
      around.remove();
    },
    kill: async () => {
      child.kill('SIGKILL');
      await output.exited;
    },
  };
}

/** Native menus, notices and the system's browser are out of Playwright's reach: they are noted instead of shown. */
async function installHooks(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ Menu, Notification, shell }) => {
    const hooks: Hooks = { shownMenu: null, openedLinks: [], openedPaths: [], notices: [] };
    Object.assign(globalThis, { hooks });
    Menu.prototype.popup = function popup(this: Electron.Menu) {
      hooks.shownMenu = this;
    };
    Notification.prototype.show = function show(this: Electron.Notification) {
      hooks.notices.push(`${this.title}: ${this.body}`);
    };
    shell.openPath = async (path) => {
      hooks.openedPaths.push(path);
      return '';
    };
    shell.openExternal = async (url) => {
      hooks.openedLinks.push(url);
    };
  });
}

function clickMenu(_electron: unknown, labels: readonly string[]): void {
  const { shownMenu } = (globalThis as unknown as { hooks: Hooks }).hooks;
  let items = shownMenu?.items ?? [];
  for (const [index, label] of labels.entries()) {
    const item = items.find((candidate) => candidate.label.replace(/&(.?)/g, '$1') === label);
    if (item === undefined) throw new Error(`The menu has no item ${label}`);
    if (index === labels.length - 1) item.click();
    else items = item.submenu?.items ?? [];
  }
}
