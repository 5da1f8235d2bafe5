import { useMemo } from 'react';
import { flushSync } from 'react-dom';
import { keyOf, keyTableOf } from '#contract/keys/key-bindings.ts';
import { acceleratorOf } from '#contract/keys/key-names.ts';
import { t } from '#contract/language/language.ts';
import { menuActions } from '#contract/menu.ts';
import { type Command, commandsOf } from '../../palette/commands.ts';
import { type Place, sessionTo } from '../../palette/destinations.ts';
import { fuzzyFind } from '../../palette/fuzzy.ts';
import { PickDialog } from '../../palette/pick-dialog.tsx';
import { QuickConnect } from '../../palette/quick-connect.tsx';
import { panelsFor } from '../../settings/panels.ts';
import { sshConfigActionsOf } from '../../settings/sessions/ssh-config-actions.ts';
import { recentsSourceOf } from '../../settings/sessions/use-recents.ts';
import type { Services } from '../services.ts';
import { activePane, activeTab, filledTabs, nameOf, type ShellState } from '../state.ts';
import { withActive, withOverlay, withQuestion } from '../transitions.ts';

interface PaletteProps {
  readonly services: Services;
  readonly state: ShellState;
}

/** Every menu action, other tab, saved session, panel of the settings and setting, by typing. */
export function CommandPalette({ services, state }: PaletteProps) {
  const { shell, actions, views, bindings, runSnippet } = services;
  const pane = activePane(state);
  const commands = commandsOf({
    saved: state.saved.sessions,
    panels: panelsFor('change', services.info.platform),
    front: pane && {
      isSplit: activeTab(state)?.layout.kind === 'split',
      snippets: pane.session.profile.snippets.map(({ name }) => name),
    },
    otherTabs: filledTabs(state)
      .filter(({ tab }) => tab.id !== state.activeId)
      .map((filled) => ({ id: filled.tab.id, name: nameOf(filled) })),
  });
  const table = keyTableOf(bindings.store.getState());
  /** What is found by its words is shown with its key. */
  const withKey = (command: Command): Command => {
    const action = command.kind === 'action' ? menuActions.find((kind) => kind === command.action.kind) : undefined;
    const key = action === undefined ? undefined : keyOf(table, action);
    return key === undefined ? command : { ...command, hint: acceleratorOf(key) };
  };
  const close = () => shell.update((before) => withQuestion(before, { kind: 'none' }));
  const pick = (command: Command) => {
    // What the command opens gives the keyboard back to where it finds it.
    flushSync(close);
    if (pane !== null) views.get(pane.session.id)?.focus();
    if (command.kind === 'action') return actions.perform(command.action as Parameters<typeof actions.perform>[0]);
    if (command.kind === 'tab') return shell.update((before) => withActive(before, command.tab));
    if (pane === null) return;
    const { id } = pane.session;
    if (command.kind === 'join') return actions.joinTab(command.tab, id, 'right');
    if (command.kind === 'snippet') return void runSnippet(id, command.name);
    shell.update((before) => withOverlay(before, { kind: 'change-settings', id, category: command.category }));
  };
  return (
    <PickDialog
      title={t('Command Palette')}
      placeholder={t('What to do')}
      find={(typed) => fuzzyFind(typed, commands, ({ label, hint }) => `${label} ${hint}`).map(withKey)}
      onPick={pick}
      onClose={close}
      nothing={t('No command matches that.')}
    />
  );
}

/** Connects to what is typed. */
export function QuickConnectDialog({ services, state }: PaletteProps) {
  const { bridge, shell, actions } = services;
  const recents = useMemo(() => recentsSourceOf(bridge), [bridge]);
  const sshConfig = useMemo(() => sshConfigActionsOf(bridge), [bridge]);
  const close = () => shell.update((before) => withQuestion(before, { kind: 'none' }));
  const pick = (place: Place) => {
    close();
    if (place.kind === 'saved') return actions.perform({ kind: 'open-saved', name: place.name });
    const session = sessionTo(place.text, state.saved);
    if (session === null) return;
    bridge.command('recents.note-typed', { text: place.text });
    void actions.open(session);
  };
  return (
    <QuickConnect
      saved={state.saved}
      recents={recents}
      sshConfig={sshConfig}
      onPick={pick}
      onClear={() => bridge.command('recents.clear-typed', {})}
      onClose={close}
    />
  );
}
