import type { AppInfo } from '#contract/channels/channels.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { KeyAction, KeyPress } from './keys.ts';

/** The keys with Alt that PuTTY's Behaviour panel gives to the window or to the session. */
export type SystemKeys = Pick<Profile, 'altF4' | 'altSpace' | 'altOnly' | 'fullScreenOnAltEnter'>;

/** What a key with Alt asks of the window by the settings of the session in front; null leaves it to the terminal. */
export function systemKeyAction(
  platform: AppInfo['platform'],
  { key, altKey, ctrlKey, shiftKey, metaKey }: KeyPress,
  keys: SystemKeys,
): KeyAction | null {
  if (platform === 'macos' || !altKey || ctrlKey || shiftKey || metaKey) return null;
  if (key === 'F4' && keys.altF4) return { kind: 'close-window' };
  if (key === ' ' && keys.altSpace) return { kind: 'show-menu' };
  if (key === 'Enter' && keys.fullScreenOnAltEnter) return { kind: 'full-screen' };
  return null;
}

/** Whether Alt was let go just after it was pressed, with no key or button between; fed with each event of them. */
export function createAltAlone(): (event: Pick<Event, 'type'> & Partial<KeyPress>) => boolean {
  let isAlone = false;
  return ({ type, key, ctrlKey, shiftKey, metaKey }) => {
    const isEnd = type === 'keyup' && key === 'Alt' && isAlone;
    isAlone = type === 'keydown' && key === 'Alt' && !ctrlKey && !shiftKey && !metaKey;
    return isEnd;
  };
}
