import type { Tab } from '#contract/tabs/tab.ts';
import type { KeyAction } from '../../window/keyboard/keys.ts';
import { focusNeighbour, moveDivider, toggleZoom } from './pane-transitions.ts';
import type { SizeOf } from './room.ts';

/** What can be asked of the panes of a tab, and needs nothing but them. */
export type PaneAction = Extract<
  KeyAction,
  {
    kind: 'zoom-pane' | `focus-${'left' | 'right' | 'up' | 'down'}` | `resize-${'left' | 'right' | 'up' | 'down'}`;
  }
>;

/** Whether it makes sense only in a tab of several panes: its keys are the host's in every other. */
export const isOfPanes = ({ kind }: Pick<KeyAction, 'kind'>): boolean =>
  kind === 'zoom-pane' || kind === 'move-pane-to-tab' || kind.startsWith('focus-') || kind.startsWith('resize-');

/** The tab after that. */
export function afterPaneAction(tab: Tab, { kind }: PaneAction, sizeOf: SizeOf): Tab {
  switch (kind) {
    case 'zoom-pane':
      return toggleZoom(tab);
    case 'focus-left':
      return focusNeighbour(tab, 'left');
    case 'focus-right':
      return focusNeighbour(tab, 'right');
    case 'focus-up':
      return focusNeighbour(tab, 'up');
    case 'focus-down':
      return focusNeighbour(tab, 'down');
    case 'resize-left':
      return moveDivider(tab, 'left', sizeOf);
    case 'resize-right':
      return moveDivider(tab, 'right', sizeOf);
    case 'resize-up':
      return moveDivider(tab, 'up', sizeOf);
    case 'resize-down':
      return moveDivider(tab, 'down', sizeOf);
  }
}
