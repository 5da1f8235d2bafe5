import { withSplit } from '#contract/tabs/layout.ts';
import type { Tab } from '#contract/tabs/tab.ts';
import { tabFor } from '#contract/testing/tabs.ts';
import type { Overlay, Question } from '../window/state.ts';
import { snapshotOf } from './fake-bridge.ts';
import { busy, profile } from './shown-data.ts';

export const web = snapshotOf('web', busy, profile);
export const db = snapshotOf('db');

export const both: Tab = { ...tabFor(web.id), layout: withSplit(tabFor(web.id).layout, web.id, 'right', db.id) };

export const overlays: readonly (readonly [Overlay, string])[] = [
  [{ kind: 'change-settings', id: web.id }, 'Change Settings: web'],
  [{ kind: 'event-log', id: web.id }, 'Event Log: web'],
  [{ kind: 'tunnels', id: web.id }, 'Tunnels: web'],
  [{ kind: 'find', id: web.id }, 'Next match'],
  [{ kind: 'none' }, '2 panes'],
];

export const questions: readonly (readonly [Question, string])[] = [
  [{ kind: 'close-panes', ids: [web.id] }, 'Close this pane?'],
  [{ kind: 'close-panes', ids: [web.id, db.id] }, 'Close this tab?'],
  [{ kind: 'close-window', openSessions: 2 }, 'Close Holdfast?'],
  [{ kind: 'paste', id: web.id, text: '1\r2\r' }, 'Paste 2 lines?'],
  [{ kind: 'snippet', id: web.id, name: 'web', questions: ['web'] }, 'Type It'],
  [{ kind: 'broadcast' }, 'Broadcast Typing'],
  [{ kind: 'export', only: null }, 'Export sessions'],
  [{ kind: 'quick-connect' }, 'Quick Connect'],
  [{ kind: 'command-palette' }, 'Command Palette'],
  [{ kind: 'keyboard-shortcuts' }, 'Keyboard Shortcuts'],
  [{ kind: 'about' }, 'About Holdfast'],
  [{ kind: 'import' }, '/home/ada/.putty'],
];
