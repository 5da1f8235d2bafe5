import { flushSync } from 'react-dom';
import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { setLanguage } from '#contract/language/language.ts';
import { setUpApp } from './testing/app-harness.tsx';
import * as shown from './testing/shown-data.ts';
import { both, db, overlays, questions, web } from './testing/shown-windows.ts';
import { announced, patienceMs, same } from './testing/translations.ts';
import { shownText, untranslated } from './testing/untranslated.ts';
import { withOverlay, withQuestion } from './window/transitions.ts';

// React Aria speaks for itself, and then Japanese.
vi.hoisted(() => Object.defineProperty(navigator, 'language', { value: 'ja', configurable: true }));

const spoken = vi.hoisted(() => ({ inBrackets: false }));

vi.mock(import('#contract/language/language.ts'), async (original) => {
  const [language, { inBrackets }] = await Promise.all([original(), import('./testing/untranslated.ts')]);
  const bracketed = inBrackets(language.t);
  return { ...language, t: (...said) => (spoken.inBrackets ? bracketed : language.t)(...said) };
});

/** Japanese labels have the letter behind them. */
const accessKey = /^… \([A-Z]\)$/;

afterEach(async () => {
  setLanguage('en');
  await expect.poll(announced, { timeout: patienceMs }).toBe('');
});

it('says all that is shown in another language as soon as that is spoken, and keeps what was typed', async () => {
  const app = await setUpApp({ sessions: [web, db], tabs: [both], saved: shown.saved }, shown.answers);
  const { update } = app.services.shell;
  /** Waits for it in English, without brackets, and looks at it in a language that has them. */
  const lookAgain = async (scene: string, sign: string) => {
    await expect.poll(shownText, { message: scene, timeout: patienceMs }).toContain(sign);
    spoken.inBrackets = true;
    flushSync(() => app.emit('language.changed', 'ja'));
    const left = () => untranslated(same).filter((part) => !accessKey.test(part));
    await expect.poll(left, { message: scene, timeout: patienceMs }).toEqual([]);
    spoken.inBrackets = false;
    flushSync(() => app.emit('language.changed', 'en'));
  };
  for (const [overlay, sign] of overlays) {
    flushSync(() => update((state) => withOverlay(state, overlay)));
    await lookAgain(overlay.kind, sign);
  }
  for (const [question, sign] of questions) {
    flushSync(() => update((state) => withQuestion(state, question)));
    await lookAgain(question.kind, sign);
  }
  await page.getByRole('button', { name: '/home/ada/.putty' }).click();
  await lookAgain('what is found to import', 'db (2)');
  flushSync(() => update((state) => withQuestion(state, { kind: 'quick-connect' })));
  const field = page.getByRole('combobox');
  await field.fill('ada@web');
  await lookAgain('what was typed', 'Quick Connect');
  await expect.element(field).toHaveValue('ada@web');
  flushSync(() => update((state) => withQuestion(state, { kind: 'none' })));
  app.emit('menu.action', { kind: 'files' });
  await lookAgain('files', '/web/notes');
  await app.dispose();
});
