import { Focusable, TooltipTrigger } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { categories } from '#contract/settings/definition.ts';
import { settingOf } from '#contract/settings-table.ts';
import { tabAlone } from '#contract/tab.ts';
import { checkSetting } from '#contract/validate.ts';
import { showDialog, shownKeys } from './settings/dialog-harness.tsx';
import { helpTextOf, namesElsewhere } from './settings/help-text.ts';
import { SessionTooltip } from './status/session-tooltip.tsx';
import type { Overlay, Question } from './tabs/state.ts';
import { withActive, withOverlay, withQuestion } from './tabs/transitions.ts';
import { setUpApp } from './testing/app-harness.tsx';
import { snapshotOf } from './testing/fake-bridge.ts';
import { sessionStates } from './testing/session-states.ts';
import * as shown from './testing/shown-data.ts';
import { shownText, untranslated } from './testing/untranslated.ts';

// React Aria speaks for itself, and then Japanese.
vi.hoisted(() => Object.defineProperty(navigator, 'language', { value: 'ja', configurable: true }));

vi.mock(import('#contract/language/language.ts'), async (original) => {
  const [language, { inBrackets }] = await Promise.all([original(), import('./testing/untranslated.ts')]);
  return { ...language, t: inBrackets(language.t) };
});

/** What is the same in every language, and what of the data is a server's or a user's. */
const same = new RegExp(
  [
    // Paths, fingerprints, times, and units of SI.
    String.raw`~?/[\w./-]+|SHA256:\S+|\b[AP]M\b|(?<=\d )(?:ms|s|B|KB)\b(?:/s)?`,
    ...[
      ...shown.names,
      // How other programs call settings, and SSH its algorithms.
      ...shownKeys.flatMap(namesElsewhere),
      ...shownKeys.map(settingOf).flatMap((setting) => (setting.type === 'order' ? setting.default : [])),
    ]
      .toSorted((one, other) => other.length - one.length)
      .map((name) => name.replaceAll(/[^\w ]/g, String.raw`\$&`)),
  ].join('|'),
  'g',
);

let found: Record<string, readonly string[]> = {};

/** Notes what is not translated once `sign` is shown. */
async function look(scene: string, sign: string) {
  await expect.poll(shownText, { message: scene }).toContain(sign);
  const parts = untranslated(same).filter((part) => !Object.values(found).flat().includes(part));
  if (parts.length > 0) found[scene] = parts;
}

afterEach(() => {
  found = {};
});

it('translates every panel of the configuration dialog', async () => {
  for (const category of categories) {
    const { screen } = await showDialog({ ...shown.configuration, category });
    await look(category, 'Category:');
    await screen.unmount();
  }
  expect(found).toEqual({});
  const refusals = shownKeys
    .map((key) => checkSetting(key, null))
    .map((result) => (result.ok ? '' : result.failure.message));
  expect(untranslated(same, [...shownKeys.map(helpTextOf), ...refusals])).toEqual([]);
});

it('translates what a session shows in each of its states', async () => {
  const states = Object.entries({ ...sessionStates, ...shown.moreStates });
  const sessions = states.map(([name, changes], index) => ({
    ...snapshotOf('web', changes),
    id: snapshotOf(`${index}`).id,
    name: 'web',
  }));
  const app = await setUpApp({ sessions, saved: shown.saved });
  for (const [index, [name]] of states.entries()) {
    const session = sessions[index];
    if (session === undefined) continue;
    flushSync(() => app.services.shell.update((state) => withActive(state, tabAlone(session.id).id)));
    await look(name, 'web');
    const tip = await render(
      <TooltipTrigger isOpen>
        <Focusable>
          <button type="button">web</button>
        </Focusable>
        <SessionTooltip pane={app.services.shell.store.getState().panes.get(session.id) as never} />
      </TooltipTrigger>,
    );
    await look(`the tooltip of ${name}`, 'web');
    await tip.unmount();
  }
  await app.dispose();
  expect(found).toEqual({});
});

const web = snapshotOf('web', shown.busy, shown.profile);
const db = snapshotOf('db');

const overlays: readonly (readonly [Overlay, string])[] = [
  [{ kind: 'change-settings', id: web.id }, 'Change Settings: web'],
  [{ kind: 'event-log', id: web.id }, 'Event Log'],
  [{ kind: 'tunnels', id: web.id }, 'Tunnels'],
  [{ kind: 'rename-tab', tab: tabAlone(web.id).id }, 'db'],
  [{ kind: 'find', id: web.id }, 'Next match'],
];

const questions: readonly (readonly [Question, string])[] = [
  [{ kind: 'close-panes', ids: [web.id] }, 'Close'],
  [{ kind: 'close-panes', ids: [web.id, db.id] }, 'Close'],
  [{ kind: 'close-window', openSessions: 2 }, 'Close Holdfast?'],
  [{ kind: 'paste', id: web.id, text: '1\n2\n' }, 'Paste'],
  [{ kind: 'snippet', id: web.id, name: 'web', questions: ['web'] }, 'Type It'],
  [{ kind: 'broadcast' }, 'Broadcast'],
  [{ kind: 'import' }, '/home/ada/.putty'],
  [{ kind: 'export', only: null }, 'Export'],
  [{ kind: 'quick-connect' }, 'Connect'],
  [{ kind: 'command-palette' }, 'Close Tab'],
  [{ kind: 'keyboard-shortcuts' }, 'Close Tab'],
  [{ kind: 'about' }, 'About'],
];

it('translates the dialogs', async () => {
  const app = await setUpApp({ sessions: [web, db], saved: shown.saved }, shown.answers);
  const { shell } = app.services;
  for (const [overlay, sign] of overlays) {
    flushSync(() => shell.update((state) => withOverlay(state, overlay)));
    await look(overlay.kind, sign);
  }
  flushSync(() => shell.update((state) => withOverlay(state, { kind: 'none' })));
  for (const [question, sign] of questions) {
    flushSync(() => shell.update((state) => withQuestion(state, question)));
    await look(question.kind, sign);
    if (question.kind !== 'import') continue;
    await page.getByRole('button', { name: '/home/ada/.putty' }).click();
    await look('import-preview', 'gate');
  }
  flushSync(() => shell.update((state) => withQuestion(state, { kind: 'none' })));
  app.emit('menu.action', { kind: 'files' });
  await look('files', 'Download…');
  for (const [name, zmodem] of Object.entries(shown.zmodem)) {
    flushSync(() => app.show({ ...web, zmodem }));
    await look(name, 'web');
  }
  await app.dispose();
  expect(found).toEqual({});
});
