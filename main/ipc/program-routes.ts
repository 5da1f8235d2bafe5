import { shell } from 'electron';
import type { AppInfo } from '#contract/channels/channels.ts';
import { failed, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { SavedSessionsStore } from '../profiles/sessions/saved-sessions.ts';
import type { ChooseFile } from '../windows/choose-file.ts';
import { readClipboard } from '../windows/clipboards.ts';
import { checkLink } from '../windows/links.ts';
import { colourRequests } from './colour-routes.ts';
import type { RequestHandlers } from './router.ts';

type ProgramRequests = Omit<
  RequestHandlers,
  | `files.${string}`
  | `session.${string}`
  | `tabs.${string}`
  | `broadcast.${string}`
  | `path.${string}`
  | `ssh-config.${string}`
  | `agent.${string}`
  | `recents.${string}`
  | `highlights.${string}`
  | `keys.${string}`
  | `import.${string}`
  | `export.${string}`
  | `secrets.${string}`
>;

/** What the window may ask of the program itself: its name, the saved sessions, the desktop's clipboard and dialogs. */
export function programRequests(
  info: () => AppInfo,
  saved: SavedSessionsStore,
  chooseFile: ChooseFile,
  chooseNewFile: ChooseFile,
): ProgramRequests {
  return {
    'app.info': () => success(info()),
    'profiles.list': () => success(saved.list()),
    'profiles.save': (session) => saved.save(session),
    'profiles.delete': ({ name }) => saved.remove(name),
    'profiles.arrange': (change) => saved.arrange(change),
    'dialog.choose-key-file': async () => success(await chooseFile(t('Select a file'))),
    'dialog.choose-log-file': async () => success(await chooseNewFile(t('Select session log file name'))),
    'clipboard.read': async ({ from }) => success(await readClipboard(from)),
    ...colourRequests(chooseFile),
    'link.open': async ({ url }) => {
      const link = checkLink(url);
      if (!link.ok) return link;
      try {
        await shell.openExternal(link.value);
        return success(null);
      } catch {
        return failed({ code: 'internal', message: t('The system has no program for this link.'), retryable: false });
      }
    },
  };
}
