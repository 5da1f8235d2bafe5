import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useStore } from 'zustand';
import type { TabId } from '#contract/tabs/tab.ts';
import styles from './app.module.css';
import { HealthAnnouncer } from './status/health-announcer.tsx';
import { TabBar } from './tabs/bar/tab-bar.tsx';
import { TabPanel } from './tabs/panes/tab-panel.tsx';
import { OverlayDialogs } from './window/dialogs/overlay-dialogs.tsx';
import { QuestionDialogs } from './window/dialogs/question-dialogs.tsx';
import { listenForKeys } from './window/keyboard/key-listener.ts';
import { keysOf } from './window/keyboard/keys.ts';
import { Notices } from './window/notices.tsx';
import type { Services } from './window/services.ts';
import { activePane, filledTabs, isConfiguring, isCovered, type ShellState } from './window/state.ts';
import { withActive, withOverlay } from './window/transitions.ts';

/** The whole window. */
export function App({ services }: { readonly services: Services }) {
  const { shell, actions, info, bindings } = services;
  const state = useStore(shell.store);
  useEffect(() => {
    const systemKeys = () => activePane(shell.store.getState())?.session.profile ?? null;
    const keys = () => keysOf(bindings.store.getState());
    return listenForKeys({ platform: info.platform, keys, actions, systemKeys });
  }, [info, actions, shell, bindings]);
  const dismiss = (key: number) =>
    shell.update((before) => ({ ...before, notices: before.notices.filter((notice) => notice.key !== key) }));

  return (
    <I18nProvider locale={state.language}>
      <Tabs services={services} state={state} />
      <OverlayDialogs services={services} state={state} />
      <QuestionDialogs services={services} state={state} />
      <HealthAnnouncer panes={[...state.panes.values()]} activeId={activePane(state)?.session.id ?? null} />
      <Notices notices={state.notices} isUnderDialog={isCovered(state) || isConfiguring(state)} onDismiss={dismiss} />
    </I18nProvider>
  );
}

function Tabs({ services, state }: { readonly services: Services; readonly state: ShellState }) {
  const { shell, actions, views } = services;
  const { overlay } = state;
  const tabs = filledTabs(state);
  const front = tabs.find(({ tab }) => tab.id === state.activeId);
  if (front === undefined) return null;
  const select = (id: TabId) => {
    shell.update((before) => withActive(before, id));
    focusTerminal();
  };
  const focusTerminal = () => {
    const pane = activePane(shell.store.getState());
    if (pane !== null) views.get(pane.session.id)?.focus();
  };
  return (
    <div className={styles.window}>
      <TabBar
        tabs={tabs}
        activeId={front.tab.id}
        renamingId={overlay.kind === 'rename-tab' ? overlay.tab : null}
        onSelect={select}
        onClose={(id) => {
          const closed = tabs.find(({ tab }) => tab.id === id);
          if (closed !== undefined) actions.closePanes(closed.panes.map(({ session }) => session.id));
        }}
        onMove={actions.moveTab}
        onJoin={(id, { pane, edge }) => {
          actions.joinTab(id, pane, edge);
          focusTerminal();
        }}
        onDropOut={actions.dropTab}
        onRenameBegin={(id) => shell.update((before) => withOverlay(before, { kind: 'rename-tab', tab: id }))}
        onRenameEnd={(id, name) => {
          shell.update((before) => withOverlay(before, { kind: 'none' }));
          if (name !== null) actions.renameTab(id, name);
          focusTerminal();
        }}
        onTabMenu={(id) => {
          select(id);
          actions.showTabMenu();
        }}
        onNew={() => actions.perform({ kind: 'new-session' })}
        onQuickConnect={() => actions.perform({ kind: 'quick-connect' })}
        onMenu={() => actions.perform({ kind: 'show-menu' })}
      />
      <TabPanel services={services} state={state} filled={front} />
    </div>
  );
}
