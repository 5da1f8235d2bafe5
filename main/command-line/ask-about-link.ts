import { type BrowserWindow, dialog } from 'electron';
import { t } from '#contract/language/language.ts';
import type { Link } from './link.ts';

/** Asks whether to go where a link leads. Cancel is the default: Enter, pressed for something else, connects nowhere. */
export async function askAboutLink(
  { host, user, port, leftOut }: Link,
  window: BrowserWindow | null,
): Promise<boolean> {
  const options = {
    type: 'question' as const,
    title: 'Holdfast',
    message: t('A link asks for an SSH session. Connect?'),
    detail: [
      t('Host: {host}', { host }),
      t('Port: {port}', { port: port ?? t('as set') }),
      t('User: {user}', { user: user ?? t('as set, or asked for') }),
      ...(leftOut.length === 0 ? [] : ['', ...leftOut]),
    ].join('\n'),
    buttons: [t('Cancel'), t('Connect')],
    defaultId: 0,
    cancelId: 0,
  };
  const { response } = await (window === null
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  return response === 1;
}
