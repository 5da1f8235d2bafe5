import { useEffect, useLayoutEffect } from 'react';
import { ClosedPanel } from '../connect/closed-panel.tsx';
import { ConnectingPanel } from '../connect/connecting-panel.tsx';
import { NoShellPanel } from '../connect/no-shell-panel.tsx';
import { ReconnectingPanel } from '../connect/reconnecting-panel.tsx';
import { SessionPrompt } from '../connect/session-prompt.tsx';
import { SnippetBar } from '../snippets/snippet-bar.tsx';
import { isStalled } from '../status/state-words.ts';
import { StatusBar } from '../status/status-bar.tsx';
import { ClipboardRequest } from '../terminal/clipboard-request.tsx';
import { SearchBar } from '../terminal/search-bar.tsx';
import { TerminalPane } from '../terminal/terminal-pane.tsx';
import { clipboardAnswer } from './clipboard-answer.ts';
import { changeKeepalive, type KeepaliveChange, savedSessionOf } from './keepalive-change.ts';
import type { Services } from './services.ts';
import styles from './session-pane.module.css';
import { isCovered, type ShellState, type Tab } from './state.ts';
import { tabElementId, tabPanelId } from './tab-ids.ts';
import { withOverlay } from './transitions.ts';

interface SessionPaneProps {
  readonly services: Services;
  readonly state: ShellState;
  readonly tab: Tab;
}

/** The active tab: its terminal, what is said and asked over it, and its status bar. */
export function SessionPane({ services, state, tab }: SessionPaneProps) {
  const { bridge, shell, actions, views, windowSize } = services;
  const { id, profile, state: standing, prompt } = tab.session;
  const view = views.get(id);
  const closeTab = () => actions.closeTab(id);
  const isStalledNow = isStalled(tab.session);
  // A panel that goes takes the focus with it if one of its buttons was pressed: the next key is for the terminal.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these decide which panel is shown
  useLayoutEffect(() => {
    if (document.activeElement === document.body) view?.focus();
  }, [view, standing.kind, isStalledNow]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first session that is open sizes the window, once
  useEffect(() => {
    if (view !== undefined && standing.kind === 'open') windowSize.handleShown(view, profile);
  }, [view, standing.kind]);
  const cancelConnecting = () => bridge.command('session.cancel-connecting', { id });
  const closeSearch = () => {
    shell.update((before) => withOverlay(before, { kind: 'none' }));
    view?.focus();
  };
  const showTunnels = () => shell.update((before) => withOverlay(before, { kind: 'tunnels', id }));
  const answerClipboard = clipboardAnswer({ bridge, shell }, tab, () => view?.focus());
  const saved = savedSessionOf(state, tab.session);
  const setKeepalive = async (change: KeepaliveChange) =>
    (await changeKeepalive(bridge, tab.session, saved, change))?.message ?? null;

  return (
    <main className={styles.main}>
      <div className={styles.pane} id={tabPanelId} role="tabpanel" aria-labelledby={tabElementId(id)}>
        <div className={styles.terminal}>
          {view === undefined ? null : (
            <TerminalPane
              key={id}
              view={view}
              isCovered={prompt !== null || isCovered(state)}
              // A panel under the terminal of a restored session would be counted in: it is sized once it is open.
              onShown={(shown) => standing.kind === 'closed' || windowSize.handleShown(shown, profile)}
            />
          )}
          {state.overlay.kind === 'find' && view !== undefined ? (
            <SearchBar search={view.search} onClose={closeSearch} />
          ) : null}
          {tab.clipboardWrite === null ? null : (
            <ClipboardRequest write={tab.clipboardWrite} onAnswer={answerClipboard} />
          )}
          {prompt === null && (standing.kind === 'connecting' || standing.kind === 'authenticating') ? (
            <ConnectingPanel {...profile} state={standing} onCancel={cancelConnecting} />
          ) : null}
          {profile.noShell && standing.kind === 'open' ? <NoShellPanel onShowTunnels={showTunnels} /> : null}
          {prompt === null ? null : (
            <SessionPrompt
              key={prompt.promptId}
              prompt={prompt.prompt}
              onAnswer={(answer) => void bridge.request('session.answer', { id, promptId: prompt.promptId, answer })}
            />
          )}
        </div>
        {standing.kind === 'reconnecting' ? (
          <ReconnectingPanel
            hostName={profile.hostName}
            state={standing}
            onRestart={() => actions.restart(id)}
            onStop={cancelConnecting}
          />
        ) : null}
        {standing.kind === 'closed' ? (
          <ClosedPanel
            hostName={profile.hostName}
            reason={standing.reason}
            at={standing.at}
            onRestart={() => actions.restart(id)}
            savedName={saved?.name ?? null}
            onRestartWith={(change) => actions.restartWith(id, change)}
            onClose={closeTab}
          />
        ) : null}
      </div>
      {profile.snippetBar && profile.snippets.length > 0 ? (
        <SnippetBar
          names={profile.snippets.map(({ name }) => name)}
          onRun={(name) => {
            view?.focus();
            void services.runSnippet(id, name);
          }}
        />
      ) : null}
      <StatusBar
        tab={tab}
        savedName={saved?.name ?? null}
        setKeepalive={setKeepalive}
        onRestart={() => actions.restart(id)}
        onShowTunnels={showTunnels}
      />
    </main>
  );
}
