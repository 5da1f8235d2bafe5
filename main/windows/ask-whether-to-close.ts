import { type BrowserWindow, dialog } from 'electron';

/** Asks by the system's own dialog, since the window's page can't; resolves to whether the user wants it closed. */
export async function askWhetherToClose(window: BrowserWindow, openSessions: number): Promise<boolean> {
  const [sessions, them] = openSessions === 1 ? ['One session is', 'it'] : [`${openSessions} sessions are`, 'them'];
  const buttons = ['Close', 'Wait'];
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Holdfast',
    message: 'Close Holdfast? Its window does not respond.',
    detail: `${sessions} open. Closing the window disconnects ${them}.`,
    buttons,
    defaultId: buttons.indexOf('Wait'),
    cancelId: buttons.indexOf('Wait'),
  });
  return response === buttons.indexOf('Close');
}
