import type { Bridge } from '#contract/channels/channels.ts';
import type { Pane } from '../state.ts';
import type { Shell } from '../store.ts';
import { withClipboardWrite } from '../transitions.ts';

interface Around {
  readonly bridge: Bridge;
  readonly shell: Shell;
}

/** Does what the user says to a program's wish to write to the clipboard; the keyboard goes back to the terminal. */
export function clipboardAnswer(
  { bridge, shell }: Around,
  { session, clipboardWrite }: Pane,
  giveKeyboardBack: () => void,
) {
  const { id } = session;
  return (answer: 'copy' | 'always' | 'never'): void => {
    if (answer !== 'never' && clipboardWrite !== null) bridge.command('clipboard.write', clipboardWrite);
    if (answer !== 'copy') {
      const changes = { clipboardWrites: answer === 'always' ? 'allow' : 'refuse' } as const;
      void bridge.request('session.change', { id, changes });
    }
    shell.update((state) => withClipboardWrite(state, id, null));
    giveKeyboardBack();
  };
}
