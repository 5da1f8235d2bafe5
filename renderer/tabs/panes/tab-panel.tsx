import type { CSSProperties } from 'react';
import { useStore } from 'zustand';
import { dividersOf, type Place, placesOf } from '#contract/tabs/layout-places.ts';
import { FilesPanel } from '../../files/files-panel.tsx';
import { SnippetBar } from '../../snippets/snippet-bar.tsx';
import { StatusBar } from '../../status/status-bar.tsx';
import { changeKeepalive, type KeepaliveChange, savedSessionOf } from '../../window/actions/keepalive-change.ts';
import type { Services } from '../../window/services.ts';
import type { FilledTab, ShellState } from '../../window/state.ts';
import { withOverlay, withTabChanged } from '../../window/transitions.ts';
import { tabElementId, tabPanelId } from '../bar/tab-ids.ts';
import { broadcastWords, chooseBroadcast } from '../broadcast.ts';
import { BroadcastMark } from './broadcast-mark.tsx';
import { PaneDivider } from './pane-divider.tsx';
import { sharePanes } from './pane-transitions.ts';
import { PaneView } from './pane-view.tsx';
import { shareBounds } from './room.ts';
import styles from './tab-panel.module.css';
import { typePaths } from './type-paths.ts';

interface TabPanelProps {
  readonly services: Services;
  readonly state: ShellState;
  readonly filled: FilledTab;
}

/**
 * The tab in front: its panes, and the status bar of the one that has the keyboard. Panes lie beside each other in the
 * page, whatever their layout: a split or a drag moves none of them out of it, and no terminal is drawn anew for that.
 */
export function TabPanel({ services, state, filled: { tab, focused, panes } }: TabPanelProps) {
  const { bridge, shell, actions, files } = services;
  const { session } = focused;
  const { snippetBar, snippets } = session.profile;
  const saved = savedSessionOf(state, session);
  const shown = useStore(files.store, (all) => all.shown);
  // A pane without a panel of its own leaves another's in sight: nothing moves as the keyboard goes from pane to pane.
  const filesOf = [focused, ...panes].map((pane) => pane.session.id).find((id) => shown.has(id));
  const closeFiles = () => {
    if (filesOf !== undefined) files.toggle(filesOf);
    services.views.get(session.id)?.focus();
  };
  const setKeepalive = async (change: KeepaliveChange) =>
    (await changeKeepalive(bridge, session, saved, change))?.message ?? null;
  const zoomed = { pane: tab.focused, x: 0, y: 0, width: 1, height: 1 };
  const broadcast = broadcastWords(state);
  const stopBroadcast = () => {
    chooseBroadcast(bridge, shell, { kind: 'off' });
    services.views.get(session.id)?.focus();
  };
  const places = tab.isZoomed ? [zoomed] : placesOf(tab.layout);

  return (
    <main className={styles.main}>
      <div className={styles.beside}>
        <div className={styles.panes} id={tabPanelId} role="tabpanel" aria-labelledby={tabElementId(tab.id)}>
          {places.map((place) => {
            const pane = panes.find((one) => one.session.id === place.pane);
            return pane === undefined ? null : (
              <PaneView
                key={place.pane}
                services={services}
                state={state}
                pane={pane}
                isFocused={place.pane === tab.focused}
                isAlone={tab.layout.kind === 'pane'}
                style={styleOf(place)}
              />
            );
          })}
          {(tab.isZoomed ? [] : dividersOf(tab.layout)).map((divider) => (
            <PaneDivider
              key={divider.path.join(' ')}
              divider={divider}
              boundsNow={() => shareBounds(tab.layout, divider, (id) => services.views.get(id)?.size() ?? null)}
              onShare={(share) =>
                shell.update((before) => withTabChanged(before, sharePanes(tab, divider.path, share)))
              }
            />
          ))}
        </div>
        {filesOf === undefined ? null : (
          <FilesPanel
            key={filesOf}
            bridge={bridge}
            files={files}
            id={filesOf}
            onType={(paths) => typePaths(services, filesOf, paths)}
            onClose={closeFiles}
          />
        )}
      </div>
      {snippetBar && snippets.length > 0 ? (
        <SnippetBar
          names={snippets.map(({ name }) => name)}
          onRun={(name) => {
            services.views.get(session.id)?.focus();
            void services.runSnippet(session.id, name);
          }}
        />
      ) : null}
      <StatusBar
        pane={focused}
        savedName={saved?.name ?? null}
        setKeepalive={setKeepalive}
        onRestart={() => actions.restart(session.id)}
        onShowTunnels={() => shell.update((before) => withOverlay(before, { kind: 'tunnels', id: session.id }))}
      >
        {broadcast === null ? null : <BroadcastMark words={broadcast} onStop={stopBroadcast} />}
      </StatusBar>
    </main>
  );
}

/** Between panes is room for a divider, half of it at each side. */
function styleOf({ x, y, width, height }: Place): CSSProperties {
  const gap = (at: number) => (at < edge || at > 1 - edge ? '0px' : 'var(--divider-half)');
  const begin = (at: number) => `calc(${at * 100}% + ${gap(at)})`;
  const end = (at: number) => `calc(${(1 - at) * 100}% + ${gap(at)})`;
  return { left: begin(x), right: end(x + width), top: begin(y), bottom: end(y + height) };
}

/** What sums of shares may be off by. */
const edge = 1e-6;
