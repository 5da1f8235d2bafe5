import { WebLinksAddon } from '@xterm/addon-web-links';
import type { IDisposable, Terminal } from '@xterm/xterm';
import type { AppInfo } from '#contract/channels/channels.ts';
import { t } from '#contract/language/language.ts';
import { guardLinks } from './link-guards.ts';
import { isOpenableLink, shownTarget } from './link-target.ts';

/**
 * Addresses in the text and OSC 8 links: opened by Ctrl (Command on macOS) and click. Their real target is shown while
 * the pointer is on them, because the text of an OSC 8 link may say something else.
 */
export function bindLinks(
  terminal: Terminal,
  element: HTMLElement,
  platform: AppInfo['platform'],
  openLink: (url: string) => void,
): IDisposable {
  const target = document.createElement('div');
  target.className = 'terminal-link-target';
  target.hidden = true;
  element.append(target);

  const key = platform === 'macos' ? '⌘' : 'Ctrl+';
  const hover = (_event: MouseEvent, url: string) => {
    if (!isOpenableLink(url)) return;
    target.textContent = t('{target}  ({key}click to open)', { target: shownTarget(url), key });
    target.hidden = false;
  };
  const leave = () => {
    target.hidden = true;
  };
  const activate = (event: MouseEvent, url: string) => {
    const asked = platform === 'macos' ? event.metaKey : event.ctrlKey;
    if (asked && isOpenableLink(url)) openLink(url);
  };

  // xterm.js would drop mailto; the guard lets through only what isOpenableLink does.
  terminal.options.linkHandler = { activate, hover, leave, allowNonHttpProtocols: true };
  terminal.loadAddon(new WebLinksAddon(activate, { hover, leave }));
  return guardLinks(terminal);
}
