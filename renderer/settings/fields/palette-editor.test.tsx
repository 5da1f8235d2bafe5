import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { failed, type Result, success } from '#contract/failure.ts';
import { defaultProfile } from '#contract/profile/profile.ts';
import type { NamedPalette } from '#contract/settings/palette.ts';
import { schemeOf } from '../../colours/schemes.ts';
import { showDialog } from '../dialog-harness.tsx';

let unmount: () => Promise<void>;
afterEach(() => unmount());

const profile = { ...defaultProfile, hostName: 'web', colourScheme: 'dracula' } as const;
const setUp = async (imported: Result<readonly NamedPalette[] | null> = success(null)) => {
  const dialog = await showDialog({
    initial: { profile, savedAs: null },
    category: 'Window/Colours',
    importColours: async () => imported,
  });
  unmount = async () => dialog.screen.unmount();
  return dialog;
};

const option = (name: string) => page.getByRole('option', { name });
const number = () => page.getByRole('textbox', { name: 'Colour' });
const press = (name: string) => page.getByRole('button', { name }).click();
const opened = async ({ onOpen }: Awaited<ReturnType<typeof setUp>>) => {
  await press('Open');
  return onOpen.mock.calls[0]?.[0].profile.palette;
};

describe('the list of colours', () => {
  it('shows those of the scheme, and takes over one that is typed', async () => {
    const dialog = await setUp();
    await expect.element(number()).toHaveValue(schemeOf('dracula').foreground.toUpperCase());
    await option('ANSI Red Bold').click();
    await number().fill('#12AB9f');
    await userEvent.tab();
    await expect.element(option('ANSI Red Bold set')).toBeInTheDocument();
    expect(await opened(dialog)).toEqual({ brightRed: '#12ab9f' });
  });

  it('takes over one that is chosen by its hue and its brightness', async () => {
    const dialog = await setUp();
    await option('ANSI Green').first().click();
    page.getByRole('slider', { name: 'ANSI Green: hue' }).element().focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(option('ANSI Green set')).toBeInTheDocument();
    const palette = await opened(dialog);
    expect(palette?.green).not.toBe(schemeOf('dracula').ansi[2]);
  });

  it('gives one back to the scheme, and all', async () => {
    const dialog = await setUp(success([{ name: 'own', palette: { background: '#010101', red: '#020202' } }]));
    await press('Import colours…');
    await option('Default Background set').click();
    await press("Scheme's colour");
    await expect.element(option('Default Background set')).not.toBeInTheDocument();
    await expect.element(option('ANSI Red set')).toBeInTheDocument();
    await press('All of the scheme');
    expect(await opened(dialog)).toEqual({});
  });
});

describe('a file of colours', () => {
  it('with several schemes leaves the choice among them', async () => {
    const dialog = await setUp(
      success([
        { name: 'one', palette: { red: '#111111' } },
        { name: 'two', palette: { red: '#222222' } },
      ]),
    );
    await press('Import colours…');
    await page.getByRole('button', { name: /Scheme of the file/ }).click();
    await page.getByRole('option', { name: 'two' }).click();
    expect(await opened(dialog)).toEqual({ red: '#222222' });
  });

  it('that can’t be read is told of, and changes nothing', async () => {
    const dialog = await setUp(failed({ code: 'invalid-payload', message: 'Damaged.', retryable: false }));
    await press('Import colours…');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Damaged.');
    expect(await opened(dialog)).toEqual({});
  });
});
