import { app } from 'electron';
import type { Result } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';

export interface LinkHandlingOptions {
  readonly choice: { readonly isOn: () => boolean; readonly set: (on: boolean) => Result<null> };
  readonly notify: (text: string) => void;
  /** For what nobody needs to act upon. */
  readonly tell: (text: string) => void;
}

/** Makes Holdfast the system's program for ssh:// links, or not any more, as the user chooses. */
export function setLinkHandling({ choice, notify, tell }: LinkHandlingOptions, on: boolean) {
  const kept = choice.set(on);
  if (!kept.ok) return notify(kept.failure.message);
  const isTaken = on ? app.setAsDefaultProtocolClient('ssh') : app.removeAsDefaultProtocolClient('ssh');
  if (!on) tell(t('Links such as ssh://host are not followed any more.'));
  else if (isTaken) tell(t('Links such as ssh://host are opened with Holdfast now, each after a question.'));
  else
    notify(
      t(
        'Holdfast follows ssh:// links now, each after a question. Make it the program for them in the system settings.',
      ),
    );
}
