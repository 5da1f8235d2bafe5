import { type CSSProperties, type MouseEvent, useEffect, useLayoutEffect } from 'react';
import { ClosedPanel } from '../../connect/closed-panel.tsx';
import { ConnectingPanel } from '../../connect/connecting-panel.tsx';
import { NoShellPanel } from '../../connect/no-shell-panel.tsx';
import { ReconnectingPanel } from '../../connect/reconnecting-panel.tsx';
import { SessionPrompt } from '../../connect/session-prompt.tsx';
import { isStalled } from '../../status/state-words.ts';
import { ClipboardRequest } from '../../terminal/clipboard/clipboard-request.tsx';
import { SearchBar } from '../../terminal/search/search-bar.tsx';
import { TerminalPane } from '../../terminal/terminal-pane.tsx';
import { clipboardAnswer } from '../../window/actions/clipboard-answer.ts';
import { savedSessionOf } from '../../window/actions/keepalive-change.ts';
import type { Services } from '../../window/services.ts';
import { isCovered, type Pane, type ShellState, tabOf } from '../../window/state.ts';
import { withOverlay, withTabChanged } from '../../window/transitions.ts';
import { ZmodemPanel } from '../../zmodem/zmodem-panel.tsx';
import { membersOf } from '../broadcast.ts';
import { PaneTitle } from './pane-title.tsx';
import { focusPane } from './pane-transitions.ts';
import styles from './pane-view.module.css';
import { usePaneDrop } from './use-pane-drop.ts';

interface PaneViewProps {
  readonly services: Services;
  readonly state: ShellState;
  readonly pane: Pane;
  /** It has the keyboard of its tab. */
  readonly isFocused: boolean;
  /** It has its tab for itself: nothing else is in it. */
  readonly isAlone: boolean;
  /** Where it lies in its tab. */
  readonly style: CSSProperties;
}

/** One pane of the tab in front: its terminal, and what is said and asked over that. */
export function PaneView({ services, state, pane, isFocused, isAlone, style }: PaneViewProps) {
  const { bridge, shell, actions, views, windowSize } = services;
  const { id, profile, state: standing, prompt, zmodem } = pane.session;
  const view = views.get(id);
  const zmodemKey = zmodem === null || !('questionId' in zmodem) ? '' : zmodem.questionId;
  const isAsked = prompt !== null || zmodemKey !== '';
  const isStalledNow = isStalled(pane.session);
  const isUnderOther = isAsked || isCovered(state);
  const { isTarget, handlers } = usePaneDrop(services, pane, isUnderOther);
  // A panel that goes takes the focus with it if one of its buttons was pressed: the next key is for the terminal.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these decide which panel is shown
  useLayoutEffect(() => {
    if (isFocused && document.activeElement === document.body) view?.focus();
  }, [view, standing.kind, isStalledNow]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first session that is open sizes the window, once
  useEffect(() => {
    if (view !== undefined && standing.kind === 'open' && isAlone) windowSize.handleShown(view, profile);
  }, [view, standing.kind]);
  const cancelConnecting = () => bridge.command('session.cancel-connecting', { id });
  const closeSearch = () => {
    shell.update((before) => withOverlay(before, { kind: 'none' }));
    view?.focus();
  };
  const answerClipboard = clipboardAnswer({ bridge, shell }, pane, () => view?.focus());
  const takeKeyboard = () =>
    shell.update((before) => {
      const tab = tabOf(before, id);
      return tab === null || tab.focused === id ? before : withTabChanged(before, focusPane(tab, id));
    });
  const handleMouseDown = (event: MouseEvent) => {
    // The press would take the focus from the field of the question, which has it from now on.
    if (isAsked && !isFocused) event.preventDefault();
    takeKeyboard();
  };
  const { overlay } = state;
  const isMember = membersOf(state).includes(id);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has its own ways from pane to pane
    <div
      className={`${styles.pane} ${isMember ? styles.broadcasting : ''}`}
      style={style}
      data-pane={id}
      {...(isAlone ? {} : { role: 'group', 'aria-label': pane.session.name })}
      onMouseDownCapture={handleMouseDown}
      onFocus={takeKeyboard}
    >
      {isAlone ? null : <PaneTitle services={services} state={state} pane={pane} isFocused={isFocused} />}
      <div className={`${styles.terminal} ${isTarget ? styles.target : ''}`} {...handlers}>
        {view === undefined ? null : (
          <TerminalPane
            key={id}
            view={view}
            isCovered={isUnderOther}
            hasKeyboard={isFocused}
            // A panel under the terminal of a restored session would be counted in: it is sized once it is open.
            onShown={(shown) => standing.kind === 'closed' || !isAlone || windowSize.handleShown(shown, profile)}
          />
        )}
        {overlay.kind === 'find' && overlay.id === id && view !== undefined ? (
          <SearchBar search={view.search} onClose={closeSearch} />
        ) : null}
        {pane.clipboardWrite === null ? null : (
          <ClipboardRequest write={pane.clipboardWrite} onAnswer={answerClipboard} />
        )}
        {prompt === null && (standing.kind === 'connecting' || standing.kind === 'authenticating') ? (
          <ConnectingPanel {...profile} state={standing} onCancel={cancelConnecting} />
        ) : null}
        {profile.noShell && standing.kind === 'open' ? (
          <NoShellPanel onShowTunnels={() => shell.update((before) => withOverlay(before, { kind: 'tunnels', id }))} />
        ) : null}
        {prompt === null ? null : (
          // What is typed into another pane never gets into a question that comes up here, nor does it take the keyboard.
          <div inert={!isFocused}>
            <SessionPrompt
              // Its first field takes the keyboard as it comes with the focus.
              key={`${prompt.promptId} ${isFocused}`}
              prompt={prompt.prompt}
              onAnswer={(answer) => void bridge.request('session.answer', { id, promptId: prompt.promptId, answer })}
            />
          </div>
        )}
        {zmodem === null || prompt !== null ? null : (
          <div inert={!isFocused && zmodemKey !== ''}>
            <ZmodemPanel
              key={`${zmodemKey} ${isFocused}`}
              status={zmodem}
              onAnswer={(questionId, answer) => bridge.command('session.answer-zmodem', { id, questionId, answer })}
              onCancel={() => bridge.command('session.cancel-zmodem', { id })}
            />
          </div>
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
          savedName={savedSessionOf(state, pane.session)?.name ?? null}
          onRestartWith={(change) => actions.restartWith(id, change)}
          closes={isAlone ? 'tab' : 'pane'}
          onClose={() => actions.closePanes([id])}
        />
      ) : null}
    </div>
  );
}
