import { randomUUID } from 'node:crypto';
import { homedir, networkInterfaces } from 'node:os';
import { app, ipcMain, powerMonitor } from 'electron';
import type { AppInfo } from '#contract/channels.ts';
import type { MenuContext } from '#contract/menu.ts';
import type { SessionId } from '#contract/session.ts';
import { type CommandLine, parseCommandLine } from './command-line/command-line.ts';
import { launch } from './command-line/launch.ts';
import { programArguments } from './command-line/program-arguments.ts';
import { requestedSession } from './command-line/requested-session.ts';
import { agentRequests } from './ipc/agent-routes.ts';
import { logRequests } from './ipc/log-routes.ts';
import { pathCommands, pathRequests } from './ipc/path-routes.ts';
import { programRequests } from './ipc/program-routes.ts';
import { createRouter } from './ipc/router.ts';
import { sessionCommands, sessionRequests } from './ipc/session-routes.ts';
import { sshConfigRequests } from './ipc/ssh-config-routes.ts';
import { createHopKeepalive } from './keepalive/hop-keepalive.ts';
import { addressesOf, createNetworkWatch } from './keepalive/network-watch.ts';
import { createPathBook } from './keepalive/path-book.ts';
import { localNetworkOf } from './keepalive/path-key.ts';
import { createSleepWatch } from './keepalive/sleep-watch.ts';
import { systemClock } from './keepalive/system-clock.ts';
import { surviveOwnFaults } from './own-faults.ts';
import { openConfigChoices } from './profiles/config-choices.ts';
import { createOpenTabs } from './profiles/open-tabs.ts';
import { createPathMemoryStore } from './profiles/path-memory-store.ts';
import { openSavedSessions } from './profiles/saved-sessions.ts';
import { createPaths } from './session/paths.ts';
import { createRegistry } from './session/registry.ts';
import { findAgentsOn } from './ssh/agent/places.ts';
import { reportAgents } from './ssh/agent/report.ts';
import { runningCryptography, unavailableAlgorithms } from './ssh/cryptography.ts';
import { createKeptPassphrases } from './ssh/keys/kept-passphrases.ts';
import { createLimitProbe } from './ssh/limit-probe.ts';
import { createHostProbe } from './ssh/probe-host.ts';
import { createSshTransports } from './ssh/ssh-transports.ts';
import { createConfiguredSessions } from './ssh-config/configured-sessions.ts';
import { runCommand } from './ssh-config/match-command.ts';
import { createSshConfig } from './ssh-config/source.ts';
import { configPlaces, thisMachine } from './ssh-config/this-machine.ts';
import { setApplicationMenu, showSessionMenu } from './windows/application-menu.ts';
import { createMainWindow } from './windows/main-window.ts';
import { createSaveFile } from './windows/save-file.ts';
import { windowCommands } from './windows/window-commands.ts';

/** The composition root: makes the parts of the program and joins them. What they do is decided in them. */
launch((commandLine) => {
  const saved = openSavedSessions({ folder: app.getPath('userData') });
  const window = createMainWindow({
    openSessions: () => registry.list().filter(({ state }) => state.kind !== 'closed').length,
  });

  const sleep = createSleepWatch(systemClock, Date.now);
  powerMonitor.on('resume', sleep.look);

  const network = createNetworkWatch(systemClock, () => addressesOf(networkInterfaces()));

  const passphrases = createKeptPassphrases();
  const findAgents = findAgentsOn(homedir());
  const configChoices = openConfigChoices(app.getPath('userData'));
  const sshConfig = createSshConfig({
    places: configPlaces(),
    machine: thisMachine(),
    defaults: () => saved.list().defaults,
    mayRunCommands: configChoices.runsCommands,
    runCommand,
  });
  const resolveHop = (name: string) =>
    saved.list().sessions.find((session) => session.name === name)?.profile ?? sshConfig.jumpHost(name);
  const openTransport = createSshTransports({
    folder: app.getPath('userData'),
    clock: systemClock,
    passphrases,
    resolveHop,
    keepHopAlive: createHopKeepalive(systemClock),
    onNotice: window.notify,
  });
  const probeHost = createHostProbe({ clock: systemClock, resolveHop, hasNetwork: network.isConnected });

  const pathStore = createPathMemoryStore({
    folder: app.getPath('userData'),
    clock: systemClock,
    current: () => book.memory(),
  });
  const book = createPathBook({
    memory: pathStore.left(),
    localNetwork: () => localNetworkOf(networkInterfaces()),
    wallClock: Date.now,
  });
  book.onChange(pathStore.noteChange);
  const paths = createPaths({
    book,
    openProbe: createLimitProbe({ openTransport, probeHost, clock: systemClock }),
    sleep,
    clock: systemClock,
    isWatched: () => window.current() !== null,
    onChange: (report) => window.send('path.changed', report),
  });

  const registry = createRegistry({
    openTransport,
    probeHost,
    sleep,
    network,
    paths: book,
    clock: systemClock,
    wallClock: Date.now,
    newId: () => randomUUID() as SessionId,
    onChange: (snapshot) => {
      window.send('session.changed', snapshot);
      openTabs.noteChange();
    },
    onNotice: window.notify,
    onLog: (id, entry) => window.send('session.logged', { id, entry }),
    onRemoved: (id) => {
      window.send('session.removed', { id });
      openTabs.noteChange();
    },
  });

  const configured = createConfiguredSessions(sshConfig, registry);

  const openTabs = createOpenTabs({
    folder: app.getPath('userData'),
    clock: systemClock,
    current: () =>
      registry.list().map(({ name, savedAs, profile, config }) => ({
        name,
        savedAs,
        profile,
        ...(config === undefined ? {} : { config }),
      })),
  });

  const menu = (context: MenuContext) => ({
    context,
    savedSessions: saved.list().sessions.map(({ name }) => name),
    platform: process.platform,
    onAction: (action: Parameters<typeof window.send<'menu.action'>>[1]) => window.send('menu.action', action),
  });

  const info: AppInfo = {
    version: app.getVersion(),
    platform: platformName(),
    settingsFile: saved.file,
    unavailableAlgorithms: unavailableAlgorithms(runningCryptography),
  };

  createRouter(
    {
      ipc: ipcMain,
      isTrusted: window.isOwnPage,
      onRefused: (channel, failure) => process.stderr.write(`Refused ${channel}: ${failure.message}\n`),
    },
    {
      ...programRequests(info, saved, window.current),
      ...sshConfigRequests(sshConfig, configChoices),
      ...sessionRequests(registry, configured, window.postPort),
      ...logRequests(registry, createSaveFile(window.current)),
      ...pathRequests(paths, pathStore),
      ...agentRequests({
        listAgents: (agentSocket) => reportAgents(findAgents, agentSocket, systemClock),
        passphrases,
      }),
    },
    {
      ...sessionCommands(registry),
      ...pathCommands(paths),
      ...windowCommands({
        window: window.current,
        showMenu: (context) => showSessionMenu(menu(context)),
        handleReady: window.handleReady,
        handleCloseHeard: window.handleCloseHeard,
      }),
    },
  );
  saved.subscribe(() => window.send('profiles.changed', saved.list()));

  const follow = (asked: CommandLine) => {
    if (asked.kind !== 'open') return;
    const session = requestedSession(asked, saved.list());
    if (session.ok) void configured.open(session.value);
    else window.notify(session.failure.message);
  };

  const begin = () => {
    for (const tab of openTabs.left()) registry.restore(tab);
    openTabs.start();
  };

  app.on('second-instance', (_event, argv) => {
    // A search for a path's limit had gone on without a window.
    if (window.current() === null) begin();
    const asked = parseCommandLine(programArguments(argv, app.isPackaged));
    if (asked.ok) follow(asked.value);
    else window.notify(asked.failure.message);
    window.open();
    window.focus();
  });
  app.on('activate', window.open);
  // Closing asks where sessions are open: quitting goes on once the window is closed all the same.
  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });
  app.on('window-all-closed', () => {
    // On macOS the program goes on, and a window that was closed has closed its tabs.
    const goesOn = process.platform === 'darwin' && !quitting;
    if (!goesOn) openTabs.stop();
    registry.dispose();
    if (goesOn) return;
    void paths.whenSearched().then(() => window.current() ?? app.quit());
  });
  app.on('will-quit', () => {
    openTabs.stop();
    pathStore.flush();
  });

  setApplicationMenu(menu({ hasSession: true, canRestart: true, hasSelection: true }));
  begin();
  follow(commandLine);
  window.open();
  // What goes wrong before this is no session's: nothing is there yet that could live on.
  surviveOwnFaults({ process, write: (text) => process.stderr.write(text), notify: window.notify });
});

function platformName(): AppInfo['platform'] {
  if (process.platform === 'win32') return 'windows';
  return process.platform === 'darwin' ? 'macos' : 'linux';
}
