import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { darkSurroundings } from '../surroundings.ts';
import { type Harness, setUpTerminal, waitFor } from '../testing/terminal-harness.ts';

let terminal: Harness;
afterEach(() => terminal.dispose());

const find = (name: string) => terminal.view.element.querySelector<HTMLElement>(name) as HTMLElement;

/** Whether the scroll bar's slider is at its lower end. */
const isAtEnd = () => {
  const [slider, bar] = [find('.scrollbar.vertical .slider'), find('.scrollbar.vertical')];
  return slider.offsetTop + slider.offsetHeight >= bar.offsetHeight - 1;
};

const scrollUp = async () => {
  await userEvent.keyboard('{Shift>}{PageUp}{/Shift}');
  await waitFor(() => !isAtEnd());
};

const setUp = async (profile: Partial<Profile>) => {
  terminal = await setUpTerminal({}, profile);
  await terminal.print('line\r\n'.repeat(300));
  await waitFor(isAtEnd);
  await scrollUp();
};

describe('a terminal that is scrolled back', () => {
  it('stays there as more is printed, and goes to the end with a key', async () => {
    await setUp({});
    await terminal.print('more\r\n'.repeat(20));
    expect(isAtEnd()).toBe(false);
    await userEvent.keyboard('x');
    await waitFor(isAtEnd);
  });

  it('stays there with a key, where that is wanted', async () => {
    await setUp({ scrollOnKey: false });
    await userEvent.keyboard('x');
    await waitFor(() => terminal.port.typed() === 'x');
    expect(isAtEnd()).toBe(false);
  });

  it('goes to the end as something is printed, where that is wanted, also by a change', async () => {
    await setUp({ scrollOnDisplay: true });
    await terminal.print('.');
    await waitFor(isAtEnd);
    terminal.view.apply(defaultProfile, darkSurroundings);
    await scrollUp();
    await terminal.print('more\r\n');
    expect(isAtEnd()).toBe(false);
  });
});

describe('what a program clears', () => {
  const cleared = async (profile: Partial<Profile>) => {
    terminal = await setUpTerminal({}, profile);
    await terminal.print('before\r\n\u001b[2J\u001b[Hafter');
    return terminal.text();
  };

  it('is pushed into the scrollback', async () => {
    expect(await cleared({})).toContain('before');
  });

  it('is gone, where that is wanted', async () => {
    expect(await cleared({ eraseToScrollback: false })).toBe('after');
  });
});
