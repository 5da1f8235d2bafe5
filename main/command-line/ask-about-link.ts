import { type BrowserWindow, dialog } from 'electron';
import type { Link } from './link.ts';

/** Asks whether to go where a link leads. Cancel is the default: Enter, pressed for something else, connects nowhere. */
export async function askAboutLink(
  { host, user, port, leftOut }: Link,
  window: BrowserWindow | null,
): Promise<boolean> {
  const options = {
    type: 'question' as const,
    title: 'Holdfast',
    message: 'A link asks for an SSH session. Connect?',
    detail: [
      `Host: ${host}`,
      `Port: ${port ?? 'as set'}`,
      `User: ${user ?? 'as set, or asked for'}`,
      ...(leftOut.length === 0 ? [] : ['', ...leftOut]),
    ].join('\n'),
    buttons: ['Cancel', 'Connect'],
    defaultId: 0,
    cancelId: 0,
  };
  const { response } = await (window === null
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  return response === 1;
}
