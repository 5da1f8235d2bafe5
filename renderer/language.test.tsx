import { Focusable, TooltipTrigger } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { success } from '#contract/failure.ts';
import { setLanguage } from '#contract/language/language.ts';
import { checkSetting } from '#contract/profile/validate.ts';
import type { SessionId } from '#contract/session/session.ts';
import { categories } from '#contract/settings/definition.ts';
import { FileDialogs } from './files/file-dialogs.tsx';
import { showDialog, shownKeys } from './settings/dialog-harness.tsx';
import { helpTextOf } from './settings/fields/help-text.ts';
import { TreeQuestions } from './settings/sessions/tree-questions.tsx';
import { SessionTooltip } from './status/session-tooltip.tsx';
import { setUpApp } from './testing/app-harness.tsx';
import { createFakeBridge, linuxInfo, snapshotOf } from './testing/fake-bridge.ts';
import { sessionStates } from './testing/session-states.ts';
import * as shown from './testing/shown-data.ts';
import { fileQuestions, zmodemStates } from './testing/shown-files.ts';
import { both, db, overlays, questions, web } from './testing/shown-windows.ts';
import { announced, patienceMs, same } from './testing/translations.ts';
import { shownText, untranslated } from './testing/untranslated.ts';
import { withClipboardWrite, withOverlay, withQuestion, withShown } from './window/transitions.ts';

// React Aria speaks for itself, and then Japanese.
vi.hoisted(() => Object.defineProperty(navigator, 'language', { value: 'ja', configurable: true }));
const info = { ...linuxInfo, language: 'ja' } as const;

vi.mock(import('#contract/language/language.ts'), async (original) => {
  const [language, { inBrackets }] = await Promise.all([original(), import('./testing/untranslated.ts')]);
  return { ...language, t: inBrackets(language.t) };
});

let found: Record<string, readonly string[]> = {};

/** Notes what is not translated once `sign` is shown. */
async function look(scene: string, sign: string) {
  await expect.poll(shownText, { message: scene, timeout: patienceMs }).toContain(sign);
  const parts = untranslated(same).filter((part) => !Object.values(found).flat().includes(part));
  if (parts.length > 0) found[scene] = parts;
}

afterEach(async () => {
  setLanguage('en');
  found = {};
  await expect.poll(announced, { timeout: patienceMs }).toBe('');
});

it('translates every panel of the configuration dialog', async () => {
  for (const category of categories) {
    const { screen, path } = await showDialog({ ...shown.configuration, category });
    path.tell(shown.knownPath);
    await look(category, 'Category:');
    if (category === 'Connection') {
      await look('what is known of a path', 'Shortest fatal:');
      await page.getByRole('button', { name: 'limit…' }).click();
      await look('the search for a limit', 'Cancel Search');
    }
    if (category === 'Terminal/Triggers') {
      await page.getByRole('button', { name: 'Edit Sets…' }).click();
      await look('the highlight sets', 'New Set');
    }
    await screen.unmount();
  }
  expect(found).toEqual({});
  const refusals = shownKeys
    .map((key) => checkSetting(key, null))
    .map((result) => (result.ok ? '' : result.failure.message));
  expect(untranslated(same, [...shownKeys.map(helpTextOf), ...refusals])).toEqual([]);
});

it('translates what a session shows in each of its states', async () => {
  const sessions = Object.entries({ ...sessionStates, ...shown.moreStates }).map(([name, changes]) =>
    snapshotOf('web', { ...changes, id: name as SessionId, name: `⟦${name}⟧` }),
  );
  const app = await setUpApp({ info, sessions, saved: shown.saved });
  const { store, update } = app.services.shell;
  for (const { id } of sessions) {
    flushSync(() => update((state) => withShown(state, id)));
    await look(id, `${id} - Holdfast`);
    const pane = store.getState().panes.get(id);
    const tip = await render(
      <TooltipTrigger isOpen>
        <Focusable>
          <button type="button">⟦tooltip⟧</button>
        </Focusable>
        {pane === undefined ? null : <SessionTooltip pane={pane} />}
      </TooltipTrigger>,
    );
    await expect.element(tip.getByRole('tooltip'), { timeout: patienceMs }).toHaveTextContent(id);
    await look(`the tooltip of ${id}`, id);
    await tip.unmount();
  }
  await page.getByRole('button', { name: 'Change keepalives' }).click();
  await look('the interval', 'Apply');
  await app.dispose();
  expect(found).toEqual({});
});

it('translates the dialogs', async () => {
  const app = await setUpApp({ info, sessions: [web, db], tabs: [both], saved: shown.saved }, shown.answers);
  const { update } = app.services.shell;
  for (const [overlay, sign] of overlays) {
    flushSync(() => update((state) => withOverlay(state, overlay)));
    await look(overlay.kind, sign);
  }
  for (const [question, sign] of questions) {
    flushSync(() => update((state) => withQuestion(state, question)));
    await look(question.kind, sign);
  }
  await page.getByRole('button', { name: '/home/ada/.putty' }).click();
  await look('what is found to import', 'db (2)');
  await app.dispose();
  expect(found).toEqual({});
});

it('translates what is told of files', async () => {
  const app = await setUpApp({ info, sessions: [web] }, shown.answers);
  const { update } = app.services.shell;
  flushSync(() => update((state) => withClipboardWrite(state, web.id, { to: 'clipboard', text: '12' })));
  await look('a write to the clipboard', 'A program wants to write');
  app.emit('menu.action', { kind: 'files' });
  await look('files', '/web/notes');
  await page.getByRole('button', { name: 'More' }).click();
  await look('the menu of files', 'New Folder…');
  await userEvent.keyboard('{Escape}');
  await page.getByRole('button', { name: 'Show what was not done' }).click();
  await look('what was not done', '2 more');
  await userEvent.keyboard('{Escape}');
  for (const [sign, zmodem] of Object.entries(zmodemStates)) {
    flushSync(() => app.show({ ...web, zmodem }));
    await look(zmodem.kind, sign);
  }
  await app.dispose();
  expect(found).toEqual({});
});

it('translates what is asked of files and of saved sessions', async () => {
  const { bridge } = createFakeBridge();
  const nothing = () => undefined;
  const change = async () => success(shown.saved);
  for (const [sign, question] of Object.entries(fileQuestions)) {
    const asked = { bridge, id: web.id, folder: '/web', question, onClose: nothing, onDone: nothing };
    const { unmount } = await render(<FileDialogs {...asked} />);
    await look(`${question.kind} of files`, sign);
    await unmount();
  }
  for (const [sign, question] of Object.entries(shown.treeQuestions)) {
    const asked = { question, saved: shown.saved, onArrange: change, onDelete: change, onOpenAll: nothing };
    const { unmount } = await render(<TreeQuestions {...asked} onDone={nothing} onClose={nothing} />);
    await look(`${question.kind} in the tree`, sign);
    await unmount();
  }
  expect(found).toEqual({});
});
