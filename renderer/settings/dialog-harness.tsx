import { vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { SavedSessions } from '#contract/channels/channels.ts';
import { success } from '#contract/failure.ts';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import type { SecretsReport } from '#contract/secret.ts';
import { settingKeys, settingOf } from '#contract/settings/settings-table.ts';
import '../ui/theme.css';
import { followHighlights } from '../highlights/library.ts';
import { createFakeBridge } from '../testing/fake-bridge.ts';
import { createFakePath } from '../testing/fake-path.ts';
import { agentActionsOf } from './auth/agent-actions.ts';
import type { SecretsActions } from './auth/saved-secrets.tsx';
import { ConfigurationDialog, type ConfigurationDialogProps } from './configuration-dialog.tsx';
import { sshConfigActionsOf } from './sessions/ssh-config-actions.ts';
import { noRecents, type RecentsSource } from './sessions/use-recents.ts';

export const web: Profile = { ...defaultProfile, hostName: 'web.example.com', keepaliveSeconds: 120 };

export const saved: SavedSessions = {
  defaults: { ...defaultProfile, columns: 100 },
  sessions: [
    { name: 'blank', folder: '', profile: defaultProfile },
    { name: 'web', folder: '', profile: web },
  ],
  folders: [],
  notice: null,
};

const none = async () => success<SecretsReport>({ vault: { kind: 'ready', backend: 'keychain' }, secrets: [] });
const noSecrets: SecretsActions = { list: none, remove: none };
const noRecentsSource: RecentsSource = { list: async () => noRecents, subscribe: () => () => undefined };

/** Shows the dialog with listeners that remember; props given replace those. */
export async function showDialog(props: Partial<ConfigurationDialogProps> = {}) {
  const listeners = {
    onOpen: vi.fn<ConfigurationDialogProps['onOpen']>(),
    onApply: vi.fn<ConfigurationDialogProps['onApply']>(),
    onCancel: vi.fn(),
    onImport: vi.fn(),
    onExport: vi.fn(),
    onAbout: vi.fn(),
    chooseLogFile: vi.fn(async () => '/logs/session.log' as string | null),
    importColours: async () => success(null),
    chooseKeyFile: vi.fn(async () => '/keys/id_ed25519' as string | null),
    savedActions: {
      save: vi.fn<ConfigurationDialogProps['savedActions']['save']>(async () => success(saved)),
      remove: vi.fn<ConfigurationDialogProps['savedActions']['remove']>(async () => success(saved)),
      arrange: vi.fn<ConfigurationDialogProps['savedActions']['arrange']>(async () => success(saved)),
    },
  };
  const path = createFakePath();
  const sshConfig = sshConfigActionsOf(createFakeBridge().bridge);
  const screen = await render(
    <ConfigurationDialog
      mode={{ kind: 'new' }}
      canCancel={false}
      saved={saved}
      sshConfig={sshConfig}
      paths={path.paths}
      recents={noRecentsSource}
      secrets={noSecrets}
      unavailable={[]}
      system="linux"
      agents={agentActionsOf(createFakeBridge().bridge)}
      highlights={followHighlights(createFakeBridge().bridge)}
      {...listeners}
      {...props}
    />,
  );
  return { screen, path, ...listeners };
}

/** The settings that the dialog of the harness shows: all but those of other systems. */
export const shownKeys = settingKeys.filter((key) => (settingOf(key).onlyOn ?? 'linux') === 'linux');

/** The row of a category in the tree, by the last part of its name. */
export const category = (name: string) =>
  page.getByRole('row', { name: name.slice(name.lastIndexOf('/') + 1), exact: true });
