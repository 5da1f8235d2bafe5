import { homedir } from 'node:os';
import { ipcMain } from 'electron';
import type { Core } from '../core.ts';
import type { Files } from '../files/files.ts';
import type { LocalFolders } from '../files/local/local-folders.ts';
import type { Importer } from '../import/importer.ts';
import { agentRequests } from '../ipc/agent-routes.ts';
import { broadcastCommands, broadcastRequests } from '../ipc/broadcast-routes.ts';
import { fileCommands, fileRequests } from '../ipc/file-routes.ts';
import { highlightRequests } from '../ipc/highlight-routes.ts';
import { importRequests } from '../ipc/import-routes.ts';
import { localFileCommands, localFileRequests } from '../ipc/local-file-routes.ts';
import { logCommands, logRequests, type ReadLogs } from '../ipc/log-routes.ts';
import { pathCommands, pathRequests } from '../ipc/path-routes.ts';
import { programRequests } from '../ipc/program-routes.ts';
import { recentsCommands, recentsRequests } from '../ipc/recents-routes.ts';
import { createRouter } from '../ipc/router.ts';
import { secretsRequests } from '../ipc/secrets-routes.ts';
import { sessionCommands, sessionRequests } from '../ipc/session-routes.ts';
import { sshConfigRequests } from '../ipc/ssh-config-routes.ts';
import { tabCommands, tabRequests } from '../ipc/tab-routes.ts';
import { systemClock } from '../keepalive/system-clock.ts';
import type { LocalChoice } from '../profiles/choice.ts';
import type { HighlightSetsStore } from '../profiles/highlight-sets.ts';
import type { OpenTabs } from '../profiles/open-tabs.ts';
import type { RecentsStore } from '../profiles/recents.ts';
import type { SecretsStore } from '../profiles/secrets/secrets.ts';
import type { SavedSessionsStore } from '../profiles/sessions/saved-sessions.ts';
import type { BroadcastGroup } from '../session/broadcast-group.ts';
import type { Desk } from '../session/desk.ts';
import type { Paths } from '../session/paths/paths.ts';
import type { Registry } from '../session/registry.ts';
import type { Session } from '../session/session-parts.ts';
import { findAgentsOn } from '../ssh/agent/places.ts';
import { reportAgents } from '../ssh/agent/report.ts';
import type { ConfiguredSessions } from '../ssh-config/configured-sessions.ts';
import type { ChooseFile } from '../windows/choose-file.ts';
import { createChooseNewFile } from '../windows/choose-file.ts';
import { createChooseFiles } from '../windows/choose-files.ts';
import type { DesktopNotices } from '../windows/desktop-notices.ts';
import type { SaveFile } from '../windows/save-file.ts';
import { windowCommands } from '../windows/window-commands.ts';
import type { Windows } from '../windows/windows.ts';
import type { ProgramInfo } from './app-info.ts';
import type { ProgramKeys } from './keys.ts';
import type { ProgramLanguage } from './language.ts';
import type { Menus } from './menus.ts';
import type { Dealer } from './tab-dealer.ts';

/** The parts of the program that its pages ask and command. */
export interface Answering {
  readonly core: Core;
  readonly saved: SavedSessionsStore;
  readonly windows: Windows;
  readonly registry: Registry;
  readonly desk: Desk;
  readonly dealer: Dealer;
  readonly broadcast: BroadcastGroup;
  readonly configured: ConfiguredSessions<Session>;
  readonly files: Files;
  readonly local: LocalFolders;
  readonly localFiles: LocalChoice;
  readonly paths: Paths;
  readonly recents: RecentsStore;
  readonly secrets: SecretsStore;
  readonly highlights: HighlightSetsStore;
  readonly readLogs: ReadLogs;
  readonly openTabs: OpenTabs;
  readonly importer: Importer;
  readonly notices: DesktopNotices;
  readonly menus: Menus;
  readonly keys: ProgramKeys;
  readonly language: ProgramLanguage;
  readonly info: ProgramInfo;
  readonly chooseFile: ChooseFile;
  readonly saveFile: SaveFile;
  /** The user has refused to close a window. */
  readonly keepOpen: () => void;
}

/** Joins each request and command of the pages with the part that answers it. */
export function answerPages(parts: Answering): void {
  const { core, saved, windows, registry, desk, dealer, configured, files, local, paths, recents, openTabs, saveFile } =
    parts;
  const choose = createChooseFiles(windows.current);
  const findAgents = findAgentsOn(homedir());
  createRouter(
    {
      ipc: ipcMain,
      senderOf: windows.senderOf,
      onRefused: (channel, failure) => process.stderr.write(`Refused ${channel}: ${failure.message}\n`),
    },
    {
      ...sshConfigRequests(core.sshConfig, core.matchExec),
      ...programRequests(
        () => ({ ...parts.info, language: parts.language.spoken() }),
        saved,
        parts.chooseFile,
        createChooseNewFile(windows.current),
      ),
      ...importRequests(parts.importer, saved, parts.highlights.current, saveFile),
      ...sessionRequests(registry, desk, configured, windows.postPort),
      ...tabRequests(desk),
      ...broadcastRequests(windows.ids, desk, registry),
      ...fileRequests(files, choose, local),
      ...localFileRequests({ files, local, choice: parts.localFiles, choose }),
      ...logRequests(registry, parts.readLogs, saveFile),
      ...pathRequests(paths, core.pathStore),
      ...recentsRequests(recents),
      ...highlightRequests(parts.highlights),
      ...parts.keys.requests,
      ...secretsRequests(parts.secrets),
      ...agentRequests({
        listAgents: (agentSocket) => reportAgents(findAgents, agentSocket, systemClock),
        passphrases: core.passphrases,
      }),
    },
    {
      ...sessionCommands(registry, parts.notices.show),
      ...logCommands(parts.readLogs),
      ...tabCommands(desk, dealer.move, openTabs.noteChange),
      ...broadcastCommands(parts.broadcast),
      ...fileCommands(files),
      ...localFileCommands(parts.localFiles),
      ...pathCommands(paths),
      ...recentsCommands(recents),
      'language.choose': ({ choice }) => parts.language.choose(choice),
      ...windowCommands({
        window: windows.browserOf,
        showMenu: parts.menus.showSession,
        handleReady: (from) => {
          windows.handleReady(from);
          dealer.dealWaiting(from);
          windows.sendTo(from, 'broadcast.changed', parts.broadcast.members());
        },
        handleCloseHeard: windows.handleCloseHeard,
        handleCloseRefused: parts.keepOpen,
      }),
    },
  );
}
