import { type BrowserWindow, dialog } from 'electron';
import { t } from '#contract/language/language.ts';

/** Asks by the system's own dialog, since the window's page can't; resolves to whether the user wants it closed. */
export async function askWhetherToClose(window: BrowserWindow, openSessions: number): Promise<boolean> {
  const buttons = [t('Close'), t('Wait')];
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Holdfast',
    message: t('Close Holdfast? Its window does not respond.'),
    detail:
      openSessions === 0
        ? t('File transfers are not finished, and will be cancelled.')
        : t('{count} sessions are open. Closing the window disconnects them.', { count: openSessions }),
    buttons,
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}
