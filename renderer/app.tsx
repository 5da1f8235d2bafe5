import { useEffect } from 'react';
import { useStore } from 'zustand';
import styles from './app.module.css';
import { HealthAnnouncer } from './status/health-announcer.tsx';
import { listenForKeys } from './tabs/key-listener.ts';
import { Notices } from './tabs/notices.tsx';
import { OverlayDialogs } from './tabs/overlay-dialogs.tsx';
import { QuestionDialogs } from './tabs/question-dialogs.tsx';
import type { Services } from './tabs/services.ts';
import { SessionPane } from './tabs/session-pane.tsx';
import { activeTab, type ShellState, type Tab } from './tabs/state.ts';
import { TabBar } from './tabs/tab-bar.tsx';
import { withActive, withOverlay } from './tabs/transitions.ts';

/** The whole window. */
export function App({ services }: { readonly services: Services }) {
  const { shell, actions, info } = services;
  const state = useStore(shell.store);
  useEffect(() => {
    const systemKeys = () => activeTab(shell.store.getState())?.session.profile ?? null;
    return listenForKeys({ platform: info.platform, perform: actions.perform, systemKeys });
  }, [info, actions, shell]);
  const dismiss = (key: number) =>
    shell.update((before) => ({ ...before, notices: before.notices.filter((notice) => notice.key !== key) }));

  return (
    <>
      <Tabs services={services} state={state} />
      <OverlayDialogs services={services} state={state} />
      <QuestionDialogs services={services} state={state} />
      <HealthAnnouncer tabs={tabsOf(state)} activeId={state.activeId} />
      <Notices notices={state.notices} onDismiss={dismiss} />
    </>
  );
}

function Tabs({ services, state }: { readonly services: Services; readonly state: ShellState }) {
  const { bridge, shell, actions, views } = services;
  const { overlay } = state;
  const tab = activeTab(state);
  if (tab === null) return null;
  return (
    <div className={styles.window}>
      <TabBar
        tabs={tabsOf(state)}
        activeId={tab.session.id}
        renamingId={overlay.kind === 'rename-tab' ? overlay.id : null}
        onSelect={(id) => {
          shell.update((before) => withActive(before, id));
          views.get(id)?.focus();
        }}
        onClose={actions.closeTab}
        onMove={actions.moveTab}
        onRenameBegin={(id) => shell.update((before) => withOverlay(before, { kind: 'rename-tab', id }))}
        onRenameEnd={(id, name) => {
          shell.update((before) => withOverlay(before, { kind: 'none' }));
          if (name !== null) bridge.command('session.rename', { id, name });
          views.get(tab.session.id)?.focus();
        }}
        onNew={() => actions.perform({ kind: 'new-session' })}
        onQuickConnect={() => actions.perform({ kind: 'quick-connect' })}
        onMenu={() => actions.perform({ kind: 'show-menu' })}
      />
      <SessionPane services={services} state={state} tab={tab} />
    </div>
  );
}

/** From left to right. */
const tabsOf = ({ order, tabs }: ShellState): readonly Tab[] => order.flatMap((id) => tabs.get(id) ?? []);
