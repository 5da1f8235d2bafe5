import { useMemo } from 'react';
import type { ProfileChanges } from '#contract/profile/profile.ts';
import type { SessionId } from '#contract/session/session.ts';
import { EventLogDialog } from '../../event-log/event-log-dialog.tsx';
import { agentActionsOf } from '../../settings/auth/agent-actions.ts';
import { secretsActionsOf } from '../../settings/auth/saved-secrets.tsx';
import { ConfigurationDialog, type ConfigurationDialogProps } from '../../settings/configuration-dialog.tsx';
import { pathActionsOf } from '../../settings/paths/path-actions.ts';
import { sshConfigActionsOf } from '../../settings/sessions/ssh-config-actions.ts';
import { recentsSourceOf } from '../../settings/sessions/use-recents.ts';
import { TunnelsDialog } from '../../tunnels/tunnels-dialog.tsx';
import type { Services } from '../services.ts';
import { isConfiguring, type ShellState, tabOf } from '../state.ts';
import { withOverlay, withQuestion } from '../transitions.ts';

interface OverlayDialogsProps {
  readonly services: Services;
  readonly state: ShellState;
}

/** The dialogs over the tabs. With no tab, the configuration dialog is the window, as PuTTY opens. */
export function OverlayDialogs({ services, state }: OverlayDialogsProps) {
  const { bridge, shell, actions } = services;
  const { overlay, saved, panes } = state;
  const isAlone = state.tabs.length === 0;
  const paths = useMemo(() => pathActionsOf(bridge), [bridge]);
  const sshConfig = useMemo(() => sshConfigActionsOf(bridge), [bridge]);
  const secrets = useMemo(() => secretsActionsOf(bridge), [bridge]);
  const recents = useMemo(() => recentsSourceOf(bridge), [bridge]);
  const agents = useMemo(() => agentActionsOf(bridge), [bridge]);
  const close = () => shell.update((before) => withOverlay(before, { kind: 'none' }));

  const common: Omit<ConfigurationDialogProps, 'mode'> = {
    saved,
    canCancel: !isAlone,
    onOpen: actions.open,
    onApply: () => undefined,
    onCancel: isAlone ? () => bridge.command('window.close', {}) : close,
    savedActions: {
      save: (session) => bridge.request('profiles.save', session),
      remove: (name) => bridge.request('profiles.delete', { name }),
      arrange: (change) => bridge.request('profiles.arrange', change),
    },
    sshConfig,
    recents,
    secrets,
    paths,
    unavailable: services.info.unavailableAlgorithms,
    system: services.info.platform,
    agents,
    highlights: services.highlights,
    chooseKeyFile: async () => {
      const chosen = await bridge.request('dialog.choose-key-file', {});
      return chosen.ok ? chosen.value : null;
    },
    chooseLogFile: async () => {
      const chosen = await bridge.request('dialog.choose-log-file', {});
      return chosen.ok ? chosen.value : null;
    },
    importColours: () => bridge.request('colours.import', {}),
    onImport: actions.importSessions,
    onExport: actions.exportSessions,
    onAbout: () => shell.update((before) => withQuestion(before, { kind: 'about' })),
  };

  if (isConfiguring(state)) {
    const initial = overlay.kind === 'new-session' ? overlay.initial : null;
    return (
      <ConfigurationDialog
        key={initial === null ? 'empty' : JSON.stringify(initial)}
        mode={{ kind: 'new' }}
        {...(initial === null ? {} : { initial })}
        {...common}
      />
    );
  }

  const pane = 'id' in overlay ? panes.get(overlay.id) : undefined;
  if (pane === undefined) return null;
  const { id, name, profile, savedAs } = pane.session;
  switch (overlay.kind) {
    case 'event-log':
      return <EventLogDialog bridge={bridge} id={id} name={name} onClose={close} />;
    case 'tunnels':
      return <TunnelsDialog bridge={bridge} session={pane.session} saved={saved.sessions} onClose={close} />;
    case 'change-settings': {
      const apply = (changes: ProfileChanges) => void applyChanges(services, id, changes).then((ok) => ok && close());
      const begins = overlay.category === undefined ? {} : { category: overlay.category };
      const mode = { kind: 'change', sessionName: name, profile, savedAs } as const;
      return <ConfigurationDialog mode={mode} {...common} {...begins} onApply={apply} />;
    }
    default:
      return null;
  }
}

/** Changes a running session; the window takes the size of new columns or rows. Resolves to whether it was accepted. */
async function applyChanges(services: Services, id: SessionId, changes: ProfileChanges): Promise<boolean> {
  const result = await services.bridge.request('session.change', { id, changes });
  if (!result.ok) {
    services.shell.notify(result.failure.message);
    return false;
  }
  const view = services.views.get(id);
  const isResized = changes.columns !== undefined || changes.rows !== undefined;
  const isAlone = tabOf(services.shell.store.getState(), id)?.layout.kind === 'pane';
  // A pane has what its tab gives it.
  if (isResized && isAlone && view !== undefined) services.windowSize.resize(view, result.value.profile);
  return true;
}
