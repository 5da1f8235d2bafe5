import common from './ja/common.json' with { type: 'json' };
import connect from './ja/connect.json' with { type: 'json' };
import contract from './ja/contract.json' with { type: 'json' };
import dialog from './ja/dialog.json' with { type: 'json' };
import eventLog from './ja/event-log.json' with { type: 'json' };
import files from './ja/files.json' with { type: 'json' };
import highlights from './ja/highlights.json' with { type: 'json' };
import imports from './ja/import.json' with { type: 'json' };
import mainCli from './ja/main-cli.json' with { type: 'json' };
import mainFiles from './ja/main-files.json' with { type: 'json' };
import mainImport from './ja/main-import.json' with { type: 'json' };
import mainProfiles from './ja/main-profiles.json' with { type: 'json' };
import mainSession from './ja/main-session.json' with { type: 'json' };
import mainSsh from './ja/main-ssh.json' with { type: 'json' };
import mainSshConfig from './ja/main-ssh-config.json' with { type: 'json' };
import mainWindows from './ja/main-windows.json' with { type: 'json' };
import palette from './ja/palette.json' with { type: 'json' };
import settingsConnection from './ja/settings-connection.json' with { type: 'json' };
import settingsSession from './ja/settings-session.json' with { type: 'json' };
import settingsSsh from './ja/settings-ssh.json' with { type: 'json' };
import settingsTerminal from './ja/settings-terminal.json' with { type: 'json' };
import settingsWindow from './ja/settings-window.json' with { type: 'json' };
import status from './ja/status.json' with { type: 'json' };
import tabs from './ja/tabs.json' with { type: 'json' };
import terminal from './ja/terminal.json' with { type: 'json' };
import tunnels from './ja/tunnels.json' with { type: 'json' };
import ui from './ja/ui.json' with { type: 'json' };
import zmodem from './ja/zmodem.json' with { type: 'json' };

/** The Japanese catalogue of each area of the program: English text, Japanese text. */
export const japaneseAreas: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  common,
  connect,
  contract,
  dialog,
  'event-log': eventLog,
  files,
  highlights,
  import: imports,
  'main-cli': mainCli,
  'main-files': mainFiles,
  'main-import': mainImport,
  'main-profiles': mainProfiles,
  'main-session': mainSession,
  'main-ssh': mainSsh,
  'main-ssh-config': mainSshConfig,
  'main-windows': mainWindows,
  palette,
  'settings-connection': settingsConnection,
  'settings-session': settingsSession,
  'settings-ssh': settingsSsh,
  'settings-terminal': settingsTerminal,
  'settings-window': settingsWindow,
  status,
  tabs,
  terminal,
  tunnels,
  ui,
  zmodem,
};

export const japanese: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(japaneseAreas));
