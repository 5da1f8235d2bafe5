import type { AppInfo, ClipboardKind } from '#contract/channels/channels.ts';
import type { Profile } from '#contract/profile/profile.ts';

type Platform = AppInfo['platform'];

/** What a mouse button does that selects nothing by itself. */
export type ButtonAction = 'extend' | 'paste' | 'menu' | 'none';

/** What the middle and the right button do. */
export interface MouseScheme {
  readonly middle: ButtonAction;
  readonly right: ButtonAction;
}

/** Windows' is PuTTY's "Compromise", which is its default there. */
const systemSchemes: Readonly<Record<Platform, MouseScheme>> = {
  windows: { middle: 'extend', right: 'paste' },
  linux: { middle: 'paste', right: 'menu' },
  macos: { middle: 'none', right: 'menu' },
};

const schemes: Readonly<Record<Exclude<Profile['mouseButtons'], 'system'>, MouseScheme>> = {
  windows: { middle: 'extend', right: 'menu' },
  compromise: { middle: 'extend', right: 'paste' },
  xterm: { middle: 'paste', right: 'extend' },
};

export const mouseScheme = ({ mouseButtons }: Pick<Profile, 'mouseButtons'>, platform: Platform): MouseScheme =>
  mouseButtons === 'system' ? systemSchemes[platform] : schemes[mouseButtons];

/** Whether what is selected goes to the clipboard at once: as Windows' terminals do. */
export const copiesAtOnce = ({ autoCopy }: Pick<Profile, 'autoCopy'>, platform: Platform): boolean =>
  autoCopy === 'always' || (autoCopy === 'system' && platform === 'windows');

/** The clipboard of a choice in the Selection panel; null: none. */
export const clipboardOf = (choice: Profile['insertKeys']): ClipboardKind | null =>
  choice === 'none' ? null : choice === 'implicit' ? 'selection' : 'clipboard';

/** What the mouse pastes: on X11 PRIMARY. */
export const mousePastes = ({ mousePaste }: Pick<Profile, 'mousePaste'>, platform: Platform): ClipboardKind | null =>
  mousePaste === 'system' ? (platform === 'linux' ? 'selection' : 'clipboard') : clipboardOf(mousePaste);
