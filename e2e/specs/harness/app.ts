import type { Locator, Page } from '@playwright/test';

/** One of the program's windows. */
export type AppWindow = Pick<App, 'page' | 'menu'>;

/** The running program, as a spec sees it; the same on Electron and on the stand-in. */
export interface App {
  readonly kind: 'electron' | 'stand-in';
  /** Its window's page. Another one after {@link crash}. */
  readonly page: Page;
  /** The user's home, of this launch alone. */
  readonly home: string;
  readonly userDataDir: string;
  /** All that the process has printed so far. */
  readonly output: () => string;
  /** Links that it gave to the system. */
  readonly openedLinks: () => Promise<readonly string[]>;
  /** Texts that it showed on the desktop, each after its title and a colon. */
  readonly notices: () => Promise<readonly string[]>;
  /** Files that it gave to the system's program for them, which nobody starts here. */
  readonly openedPaths: () => Promise<readonly string[]>;
  /** Drops files and folders of this computer on a place of the page. */
  readonly dropFiles: (at: Locator, paths: readonly string[]) => Promise<void>;
  /** Clicks an item of the menu that is open, by the labels that lead to it. */
  readonly menu: (...labels: readonly string[]) => Promise<void>;
  /** Does what opens a file dialog, and answers it. */
  readonly chooseFile: (path: string, open: () => Promise<void>) => Promise<void>;
  /** As the window's close button does. */
  readonly closeWindow: () => Promise<void>;
  /** The window that the program has opened beside its first one, once it is there. */
  readonly secondWindow: () => Promise<AppWindow>;
  readonly reload: () => Promise<void>;
  /** Crashes the renderer. On Electron, Playwright cannot follow the page through it: skip the spec there. */
  readonly crash: () => Promise<void>;
  /** Resolves with the exit status once the process has ended by itself; null if a signal ended it. */
  readonly exited: () => Promise<number | null>;
  /** Asks the process to quit, and ends it if it does not. Removes its home, unless that was given. After a kill too. */
  readonly stop: () => Promise<void>;
  /** SIGKILL. Its home stays, for another launch on what is left. */
  readonly kill: () => Promise<void>;
}

export interface LaunchOptions {
  /** The program's own arguments. */
  readonly args?: readonly string[];
  /** Of an earlier launch, to start on what it left. */
  readonly userDataDir?: string;
  readonly home?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The window's content, CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** What Electron is given to run: the program itself unless a spec has another. */
  readonly main?: string;
}
