import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Button } from '../button.tsx';
import { TextField } from '../fields/text-field.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Modal, ModalButtons } from './modal.tsx';

function Opener() {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  return (
    <>
      <Button onPress={() => setOpen(true)}>Open it</Button>
      {isOpen ? (
        <Modal title="Log in" onClose={() => setOpen(false)}>
          <TextField autoFocus label="Password" type="password" value={text} onChange={setText} />
          <ModalButtons>
            <Button>OK</Button>
          </ModalButtons>
        </Modal>
      ) : null}
    </>
  );
}

describe('a modal window', () => {
  it('takes the focus, holds it through a round of Tab, and gives it back on Escape', async () => {
    const screen = await render(<Opener />);
    const opener = screen.getByRole('button', { name: 'Open it' });
    await opener.click();
    const password = page.getByLabelText('Password');
    await expect.element(page.getByRole('dialog')).toHaveAccessibleName('Log in');
    await expect.element(password).toHaveFocus();
    await userEvent.tab();
    await expect.element(page.getByRole('button', { name: 'OK' })).toHaveFocus();
    await userEvent.tab();
    await expect.element(password).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(opener).toHaveFocus();
  });

  it('scrolls inside when the window is too low for it', async () => {
    await page.viewport(320, 200);
    await render(
      <Modal title="Long" onClose={vi.fn()}>
        <p style={{ height: '40rem' }}>text</p>
      </Modal>,
    );
    const { top, bottom } = page.getByRole('dialog').element().getBoundingClientRect();
    await page.viewport(800, 600);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(200);
  });
});

describe('a confirmation', () => {
  const show = async (isDangerous: boolean) => {
    const answers = { onConfirm: vi.fn(), onCancel: vi.fn() };
    await render(
      <ConfirmDialog title="Sure?" confirmLabel="Do it" isDangerous={isDangerous} {...answers}>
        It happens at once.
      </ConfirmDialog>,
    );
    return answers;
  };

  it('is given by Enter', async () => {
    const { onConfirm, onCancel } = await show(false);
    await userEvent.keyboard('{Enter}');
    expect(onConfirm).toHaveBeenCalledOnce();
    expect(onCancel).not.toHaveBeenCalled();
  });

  it('is refused by Enter when something would be destroyed, and by Escape', async () => {
    const { onConfirm, onCancel } = await show(true);
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{Escape}');
    expect(onCancel).toHaveBeenCalledTimes(2);
    expect(onConfirm).not.toHaveBeenCalled();
  });
});
