import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { app, powerMonitor, safeStorage } from 'electron';
import { success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { textLine } from '#contract/log-lines.ts';
import type { SessionId } from '#contract/session.ts';
import { tabAlone } from '#contract/tab.ts';
import { runInTerminal } from './cli/run-in-terminal.ts';
import { askAboutLink } from './command-line/ask-about-link.ts';
import { type CommandLine, parseCommandLine } from './command-line/command-line.ts';
import { createFollower } from './command-line/follow.ts';
import { launch } from './command-line/launch.ts';
import { collectLinks } from './command-line/opened-links.ts';
import { programArguments } from './command-line/program-arguments.ts';
import { createCore } from './core.ts';
import { createFiles } from './files/files.ts';
import { createImporterHere } from './import/this-computer.ts';
import { systemClock } from './keepalive/system-clock.ts';
import { openLinkChoice } from './profiles/choice.ts';
import { openHighlightSets } from './profiles/highlight-sets.ts';
import { keptTabs, restoredTabs } from './profiles/kept-tabs.ts';
import { createOpenTabs, type OpenPane } from './profiles/open-tabs.ts';
import { createRecents } from './profiles/recents.ts';
import { openSavedSessions } from './profiles/saved-sessions.ts';
import { createSecrets } from './profiles/secrets.ts';
import { createVault } from './profiles/vault.ts';
import { answerPages } from './program/answer-pages.ts';
import { appInfo } from './program/app-info.ts';
import { endWithWindow } from './program/end-with-window.ts';
import { createProgramKeys } from './program/keys.ts';
import { createProgramLanguage } from './program/language.ts';
import { createMenus } from './program/menus.ts';
import { surviveOwnFaults } from './program/own-faults.ts';
import { createDealer } from './program/tab-dealer.ts';
import { zmodemHere } from './program/zmodem.ts';
import { createBroadcastGroup } from './session/broadcast-group.ts';
import { createDesk } from './session/desk.ts';
import { createPaths } from './session/paths/paths.ts';
import { answerOnce } from './session/prompts/given-password.ts';
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
  const language = createProgramLanguage({
    notify: (text) => windows.notify(text),
    onChange: () => {
      menus.showApplication();
      windows.send('language.changed', language.spoken());
    },
  });
  const saved = openSavedSessions({ folder });
  const windows = createWindows({
    openSessions: (id) => sessionsToAskAbout(registry.list().filter((session) => desk.windowOf(session.id) === id)),
    onClosed: (id) => {
      broadcast.handleClosed(id);
      dealer.handleClosed(id, quitting.isOn());
    },
    onRefused: () => quitting.cancel(),
  });

  const core = createCore({ folder, saved, onNotice: windows.notify });
  const { pathStore, sleep, sshConfig } = core;
  powerMonitor.on('resume', sleep.look);
  const paths = createPaths({
    book: core.paths,
    openProbe: createLimitProbe(core),
    sleep,
    clock: systemClock,
    isWatched: () => windows.current() !== null,
    onChange: (report) => windows.send('path.changed', report),
  });

  let isVerbose = false;
  const secrets = createSecrets({
    folder,
    vault: createVault(safeStorage, process.platform),
    wallClock: Date.now,
  });

  const recents = createRecents({
    folder,
    clock: systemClock,
    wallClock: Date.now,
    onChange: (changed) => windows.send('recents.changed', changed),
  });

  const highlights = openHighlightSets({ folder, notify: windows.notify });
  highlights.subscribe(() => windows.send('highlights.changed', highlights.current()));

  const desk = createDesk();
  const registry = createRegistry({
    ...core,
    openZmodem: zmodemHere(core, windows.current),
    openTransport: withSavedSecrets(core.openTransport, secrets, windows.notify),
    newId: () => randomUUID() as SessionId,
    onChange: (snapshot) => {
      windows.sendTo(desk.windowOf(snapshot.id), 'session.changed', snapshot);
      files.noteSession(snapshot);
      if (snapshot.state.kind === 'open' && snapshot.savedAs !== null) recents.noteUsed(snapshot.savedAs);
      openTabs.noteSession(snapshot);
    },
    onActivity: (activities) => {
      for (const [id, own] of desk.byWindow(activities)) windows.sendTo(id, 'session.activity', own);
    },
    onLog: (id, entry) => {
      if (isVerbose) process.stderr.write(`${textLine(entry)}\n`);
      windows.sendTo(desk.windowOf(id), 'session.logged', { id, entry });
    },
    onRemoved: (id) => {
      windows.sendTo(desk.windowOf(id), 'session.removed', { id });
      broadcast.handleRemoved(id);
      desk.remove(id);
      files.noteRemoved(id);
      openTabs.noteChange();
    },
  });

  const broadcast = createBroadcastGroup({
    windowOf: desk.windowOf,
    onChange: (members) => windows.send('broadcast.changed', members),
    deliver: (to, ids, input) => windows.sendTo(to, 'broadcast.given', { ids, input }),
  });
  const dealer = createDealer({ desk, registry, windows });
  const files = createFiles({
    session: registry.get,
    clock: systemClock,
    wallClock: Date.now,
    platform: process.platform,
    openInEditor,
    onChange: (status) => windows.send('files.changed', status),
  });

  const links = openLinkChoice(folder);
  const configured = createConfiguredSessions(sshConfig, registry);

  const openTabs = createOpenTabs({
    folder,
    clock: systemClock,
    current: () => keptTabs(desk.allTabs(), registry.list()),
  });

  const desktopNotices = createDesktopNotices((id) => {
    windows.focus(desk.windowOf(id));
    windows.sendTo(desk.windowOf(id), 'session.shown', { id });
  });
  const chooseFile = createChooseFile(windows.current);
  const saveFile = createSaveFile(windows.current);
  const importer = createImporterHere({
    chooseFile: () => chooseFile(t('Import sessions')),
    saved,
    highlights,
    hostKeys: createImportedKeys({ homeDir: homedir(), folder }),
  });

  const info = appInfo(saved.file);
  const menus = createMenus({ windows, saved, links, language, keys: () => keys.table() });
  const keys = createProgramKeys(info.platform, windows, menus.showApplication);

  answerPages({
    core,
    saved,
    windows,
    registry,
    desk,
    dealer,
    broadcast,
    configured,
    files,
    paths,
    recents,
    secrets,
    highlights,
    openTabs,
    importer,
    notices: desktopNotices,
    menus,
    keys,
    language,
    info,
    chooseFile,
    saveFile,
    keepOpen: () => quitting.cancel(),
  });
  saved.subscribe(() => windows.send('profiles.changed', saved.list()));

  const follow = createFollower({
    saved: saved.list,
    open: (session, password, forwards) =>
      void configured
        .open({ ...session, ...(password === null ? {} : { answerFirst: answerOnce(password) }) }, forwards)
        .then((opened) => dealer.deal(tabAlone(opened.snapshot().id))),
    followsLinks: links.isOn,
    askAboutLink: (link) => askAboutLink(link, windows.current()),
    notify: windows.notify,
    onVerbose: () => {
      isVerbose = true;
    },
  });

  const begin = () => {
    const restore = (pane: OpenPane) => registry.restore(pane).snapshot().id;
    for (const tabs of restoredTabs(openTabs.left(), restore)) dealer.dealToAnother(tabs);
    openTabs.start();
  };

  app.on('second-instance', (_event, argv, workingFolder) => {
    // A search for a path's limit had gone on without a window.
    if (windows.current() === null) begin();
    windows.open();
    follow(parseCommandLine(programArguments(argv, app.isPackaged)), workingFolder);
    windows.focus(null);
  });
  onLink((link) => {
    windows.open();
    follow(parseCommandLine([link]), process.cwd());
  });
  app.on('activate', windows.open);
  const quitting = endWithWindow({ windows, registry, paths, openTabs, logs: core.logs, stores: [pathStore, recents] });

  menus.showApplication();
  begin();
  windows.open();
  follow(success(commandLine), process.cwd());
  // What goes wrong before this is no session's: nothing is there yet that could live on.
  surviveOwnFaults({ process, write: (text) => process.stderr.write(text), notify: windows.notify });
}

launch({
  start,
  runInTerminal: (opening) => runInTerminal({ opening, folder: app.getPath('userData') }),
});
