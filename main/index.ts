import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { app, powerMonitor } from 'electron';
import { t } from '#contract/language/language.ts';
import type { SessionId } from '#contract/session/session.ts';
import { type TabId, tabAlone } from '#contract/tabs/tab.ts';
import { runInTerminal } from './cli/run-in-terminal.ts';
import type { CommandLine } from './command-line/command-line.ts';
import { launch } from './command-line/launch.ts';
import { collectLinks } from './command-line/opened-links.ts';
import { createCore } from './core.ts';
import { createFiles } from './files/files.ts';
import { createLocalFolders } from './files/local/local-folders.ts';
import { createImporterHere } from './import/this-computer.ts';
import { systemClock } from './keepalive/system-clock.ts';
import { keptTabs } from './profiles/kept-tabs.ts';
import { createOpenTabs } from './profiles/open-tabs.ts';
import { answerPages } from './program/answer-pages.ts';
import { appInfo } from './program/app-info.ts';
import { endWithWindow } from './program/end-with-window.ts';
import { createProgramKeys } from './program/keys.ts';
import { createProgramLanguage } from './program/language.ts';
import { followLaunches } from './program/launches.ts';
import { createMenus } from './program/menus.ts';
import { surviveOwnFaults } from './program/own-faults.ts';
import { createSessionNews } from './program/session-news.ts';
import { openStores } from './program/stores.ts';
import { createDealer } from './program/tab-dealer.ts';
import { zmodemHere } from './program/zmodem.ts';
import { createBroadcastGroup } from './session/broadcast-group.ts';
import { createDesk } from './session/desk.ts';
import { createPaths } from './session/paths/paths.ts';
import { withSavedSecrets } from './session/prompts/saved-secrets.ts';
import { createRegistry } from './session/registry.ts';
import { createImportedKeys } from './ssh/host-keys/imported-keys.ts';
import { createLimitProbe } from './ssh/probes/limit-probe.ts';
import { createConfiguredSessions } from './ssh-config/configured-sessions.ts';
import { createChooseFile } from './windows/choose-file.ts';
import { sessionsToAskAbout } from './windows/close-question.ts';
import { createDesktopNotices } from './windows/desktop-notices.ts';
import { openInEditor } from './windows/open-in-editor.ts';
import { createSaveFile } from './windows/save-file.ts';
import { createWindows } from './windows/windows.ts';

const onLink = collectLinks();

/** The composition root: makes the parts of the program and joins them. What they do is decided in them. */
function start(commandLine: CommandLine): void {
  const folder = app.getPath('userData');
  const clock = systemClock;
  const language = createProgramLanguage({
    notify: (text) => windows.notify(text),
    onChange: () => {
      menus.showApplication();
      windows.send('language.changed', language.spoken());
    },
  });
  const windows = createWindows({
    openSessions: (id) =>
      sessionsToAskAbout(
        registry.list().filter((session) => desk.windowOf(session.id) === id),
        files.hasTransfers,
      ),
    onClosed: (id) => {
      broadcast.handleClosed(id);
      local.forget(id);
      dealer.handleClosed(id, quitting.isOn());
    },
    onRefused: () => quitting.cancel(),
  });
  const stores = openStores(folder, windows);
  const { saved, highlights, recents } = stores;
  const core = createCore({ folder, saved, onNotice: windows.notify });
  const { pathStore, sleep } = core;
  powerMonitor.on('resume', sleep.look);

  const newTab = (session: SessionId) => tabAlone(session, randomUUID() as TabId);
  const desk = createDesk(newTab);
  const broadcast = createBroadcastGroup({
    windowOf: desk.windowOf,
    onChange: (members) => windows.send('broadcast.changed', members),
    deliver: (to, ids, input) => windows.sendTo(to, 'broadcast.given', { ids, input }),
  });
  const files = createFiles({
    session: (id) => registry.get(id),
    clock,
    wallClock: Date.now,
    platform: process.platform,
    openInEditor,
    onChange: (status) => windows.send('files.changed', status),
  });
  const local = createLocalFolders(process.platform);
  const openTabs = createOpenTabs({ folder, clock, current: () => keptTabs(desk.allTabs(), registry.list()) });
  const readLogs = new Set<SessionId>();
  const news = createSessionNews({ windows, desk, files, recents, openTabs, readLogs, broadcast });
  const registry = createRegistry({
    ...core,
    ...news,
    isBusy: files.isBusy,
    openZmodem: zmodemHere(core, windows.current),
    openTransport: withSavedSecrets(core.openTransport, stores.secrets, windows.notify),
    newId: () => randomUUID() as SessionId,
  });
  const configured = createConfiguredSessions(core.sshConfig, registry);
  const dealer = createDealer({ desk, registry, windows });
  const paths = createPaths({
    book: core.paths,
    openProbe: createLimitProbe(core),
    sleep,
    clock,
    isWatched: () => windows.current() !== null,
    onChange: (report) => windows.send('path.changed', report),
  });

  const chooseFile = createChooseFile(windows.current);
  const info = appInfo(saved.file);
  const menus = createMenus({ windows, saved, links: stores.links, language, keys: () => keys.table() });
  const keys = createProgramKeys(info.platform, windows, menus.showApplication);
  answerPages({
    ...stores,
    core,
    windows,
    registry,
    desk,
    dealer,
    broadcast,
    configured,
    files,
    local,
    paths,
    openTabs,
    readLogs,
    importer: createImporterHere({
      chooseFile: () => chooseFile(t('Import sessions')),
      saved,
      highlights,
      hostKeys: createImportedKeys({ homeDir: homedir(), folder }),
    }),
    notices: createDesktopNotices((id) => {
      windows.focus(desk.windowOf(id));
      windows.sendTo(desk.windowOf(id), 'session.shown', { id });
    }),
    menus,
    keys,
    language,
    info,
    chooseFile,
    saveFile: createSaveFile(windows.current),
    keepOpen: () => quitting.cancel(),
  });

  const quitting = endWithWindow({ windows, registry, paths, openTabs, logs: core.logs, stores: [pathStore, recents] });
  const openFor = followLaunches({
    ...stores,
    windows,
    registry,
    configured,
    dealer,
    openTabs,
    newTab,
    onLink,
    onVerbose: news.logAloud,
  });
  menus.showApplication();
  openFor(commandLine);
  // What goes wrong before this is no session's: nothing is there yet that could live on.
  surviveOwnFaults({ process, write: (text) => process.stderr.write(text), notify: windows.notify });
}

launch({
  start,
  runInTerminal: (opening) => runInTerminal({ opening, folder: app.getPath('userData') }),
});
