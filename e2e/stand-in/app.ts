import { EventEmitter } from 'node:events';
import { argv, env } from 'node:process';
import { appPaths } from './app-paths.ts';
import { readApplicationPackage } from './application-package.ts';
import { addedFlags } from './chromium/flags.ts';
import { createEvent } from './event.ts';
import { SingleInstance } from './single-instance.ts';
import { windowList } from './window-list.ts';

const allWords = () => [...argv, ...addedFlags];

class AppStandIn extends EventEmitter {
  readonly isPackaged = false;
  readonly #package = readApplicationPackage();
  #name = this.#package.name;
  readonly #ownPaths = new Map<string, string>();
  #instance: SingleInstance | null = null;
  #isReady = false;
  #isQuitting = false;
  readonly #ready = new Promise<void>((resolve) => this.once('ready', () => resolve()));

  readonly commandLine = {
    appendSwitch: (name: string, value?: string) =>
      void addedFlags.push(value === undefined ? `--${name}` : `--${name}=${value}`),
    hasSwitch: (name: string) => allWords().some((word) => word === `--${name}` || word.startsWith(`--${name}=`)),
    getSwitchValue: (name: string) =>
      allWords()
        .find((word) => word.startsWith(`--${name}=`))
        ?.slice(name.length + '--='.length) ?? '',
  };

  constructor() {
    super();
    windowList.on('created', (window) => {
      this.emit('browser-window-created', createEvent(), window);
      this.emit('web-contents-created', createEvent(), window.webContents);
    });
    windowList.on('emptied', () => this.#handleEmptied());
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.quit());
    process.on('exit', () => this.#instance?.release());
    // The application's main module has run by then, and listens.
    setImmediate(() => {
      this.#isReady = true;
      this.emit('ready', createEvent(), {});
    });
  }

  whenReady = (): Promise<void> => this.#ready;
  isReady = (): boolean => this.#isReady;

  getName = (): string => this.#name;
  getVersion = (): string => this.#package.version;
  getAppPath = (): string => this.#package.folder;
  getLocale = (): string => Intl.DateTimeFormat().resolvedOptions().locale;

  /** As GLib names them, which Electron asks on Linux: a list, or the locale of messages. */
  getPreferredSystemLanguages = (): readonly string[] => {
    const { LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = env;
    const named = [LANGUAGE?.split(':'), LC_ALL, LC_MESSAGES, LANG].find(
      (value) => value !== undefined && value !== '',
    );
    return [named ?? 'en-US'].flat().map((name) => name.replace(/[.@].*$/, '').replace('_', '-'));
  };

  get name(): string {
    return this.#name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  getPath(name: string): string {
    const path = this.#ownPaths.get(name) ?? appPaths(this.#name).get(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  setPath(name: string, path: string): void {
    this.#ownPaths.set(name, path);
  }

  requestSingleInstanceLock(additionalData?: unknown): boolean {
    this.#instance ??= new SingleInstance(this.getPath('userData'));
    return this.#instance.request(additionalData, (second) =>
      this.emit('second-instance', createEvent(), second.argv, second.workingDirectory, second.additionalData),
    );
  }

  hasSingleInstanceLock = (): boolean => this.#instance?.isHeld ?? false;
  releaseSingleInstanceLock = (): void => this.#instance?.release();

  /** Only an installed program can be the system's for a scheme. */
  setAsDefaultProtocolClient = (): boolean => false;
  removeAsDefaultProtocolClient = (): boolean => false;
  setAppUserModelId = (): void => undefined;

  isAccessibilitySupportEnabled = (): boolean => this.commandLine.hasSwitch('force-renderer-accessibility');

  focus(): void {
    windowList.all().at(-1)?.focus();
  }

  /** Asks `before-quit` and every window, then ends the process. */
  quit(): void {
    if (this.#isQuitting) return;
    if (!this.#ask('before-quit')) return;
    this.#isQuitting = true;
    const windows = windowList.all();
    if (windows.length === 0) this.#finishQuit();
    for (const window of windows) this.#isQuitting = window.close() && this.#isQuitting;
  }

  /** Ends the process without asking. */
  exit(code = 0): void {
    this.emit('quit', createEvent(), code);
    process.exit(code);
  }

  #handleEmptied(): void {
    if (this.#isQuitting) this.#finishQuit();
    else if (!this.emit('window-all-closed')) this.quit();
  }

  #finishQuit(): void {
    this.#isQuitting = this.#ask('will-quit');
    if (this.#isQuitting) this.exit();
  }

  #ask(name: string): boolean {
    const event = createEvent();
    this.emit(name, event);
    return !event.defaultPrevented;
  }
}

export const app = new AppStandIn();
