import { type CSSProperties, type MouseEvent, useEffect, useLayoutEffect } from 'react';
import { ConnectingPanel } from '../../connect/connecting-panel.tsx';
import { NoShellPanel } from '../../connect/no-shell-panel.tsx';
import { isStalled } from '../../status/state-words.ts';
import { ClipboardRequest } from '../../terminal/clipboard/clipboard-request.tsx';
import { SearchBar } from '../../terminal/search/search-bar.tsx';
import { TerminalPane } from '../../terminal/terminal-pane.tsx';
import { clipboardAnswer } from '../../window/actions/clipboard-answer.ts';
import type { Services } from '../../window/services.ts';
import { isCovered, type Pane, type ShellState, tabOf } from '../../window/state.ts';
import { withOverlay, withTabChanged } from '../../window/transitions.ts';
import { membersOf } from '../broadcast.ts';
import { PaneDown } from './pane-down.tsx';
import { isAsked, PaneQuestions } from './pane-questions.tsx';
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
  const { id, profile, state: standing, prompt } = pane.session;
  const view = views.get(id);
  const hasQuestion = isAsked(pane.session);
  const isStalledNow = isStalled(pane.session);
  const isUnderOther = hasQuestion || isCovered(state);
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
    if (hasQuestion && !isFocused) event.preventDefault();
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
      <div
        className={`${styles.terminal} ${isFocused ? styles.focused : ''} ${isTarget ? styles.target : ''}`}
        {...handlers}
      >
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
        <PaneQuestions bridge={bridge} session={pane.session} isFocused={isFocused} />
      </div>
      <PaneDown
        actions={actions}
        saved={state.saved}
        session={pane.session}
        isAlone={isAlone}
        onCancelConnecting={cancelConnecting}
      />
    </div>
  );
}
