import { app } from 'electron';
import { success } from '#contract/failure.ts';
import type { SessionId } from '#contract/session/session.ts';
import type { Tab } from '#contract/tabs/tab.ts';
import { askAboutLink } from '../command-line/ask-about-link.ts';
import { type CommandLine, parseCommandLine } from '../command-line/command-line.ts';
import { createFollower } from '../command-line/follow.ts';
import { programArguments } from '../command-line/program-arguments.ts';
import { restoredTabs } from '../profiles/kept-tabs.ts';
import type { OpenPane, OpenTabs } from '../profiles/open-tabs.ts';
import { answerOnce } from '../session/prompts/given-password.ts';
import type { Registry } from '../session/registry.ts';
import type { Session } from '../session/session-parts.ts';
import type { ConfiguredSessions } from '../ssh-config/configured-sessions.ts';
import type { Windows } from '../windows/windows.ts';
import type { Stores } from './stores.ts';
import type { Dealer } from './tab-dealer.ts';

export interface Launched extends Pick<Stores, 'saved' | 'links'> {
  readonly windows: Windows;
  readonly registry: Pick<Registry, 'restore'>;
  readonly configured: ConfiguredSessions<Session>;
  readonly dealer: Dealer;
  readonly openTabs: OpenTabs;
  readonly newTab: (session: SessionId) => Tab;
  /** Subscribes to links that the system hands over. */
  readonly onLink: (listener: (link: string) => void) => void;
  readonly onVerbose: () => void;
}

/**
 * Opens what the program was started for, and what it is started for again while it runs; the first time, the tabs of
 * the last run before that.
 */
export function followLaunches(parts: Launched): (commandLine: CommandLine) => void {
  const { saved, links, windows, registry, configured, dealer, openTabs, newTab } = parts;
  const follow = createFollower({
    saved: saved.list,
    open: (session, password, forwards) =>
      void configured
        .open({ ...session, ...(password === null ? {} : { answerFirst: answerOnce(password) }) }, forwards)
        .then((opened) => dealer.deal(newTab(opened.snapshot().id))),
    followsLinks: links.isOn,
    askAboutLink: (link) => askAboutLink(link, windows.current()),
    notify: windows.notify,
    onVerbose: parts.onVerbose,
  });
  const bringBack = () => {
    const restore = (pane: OpenPane) => registry.restore(pane).snapshot().id;
    for (const tabs of restoredTabs(openTabs.left(), restore, newTab)) dealer.dealToAnother(tabs);
    openTabs.start();
  };

  app.on('second-instance', (_event, argv, workingFolder) => {
    // A search for a path's limit had gone on without a window.
    if (windows.current() === null) bringBack();
    windows.open();
    follow(parseCommandLine(programArguments(argv, app.isPackaged)), workingFolder);
    windows.focus(null);
  });
  parts.onLink((link) => {
    windows.open();
    follow(parseCommandLine([link]), process.cwd());
  });
  app.on('activate', windows.open);

  return (commandLine) => {
    bringBack();
    windows.open();
    follow(success(commandLine), process.cwd());
  };
}
