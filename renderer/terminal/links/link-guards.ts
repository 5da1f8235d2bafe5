import type { IDisposable, Terminal } from '@xterm/xterm';
import { isOpenableLink } from './link-target.ts';

/**
 * OSC 8 links that are kept at a time. Each holds a marker that xterm.js moves on every line that scrolls out:
 * 100,000 of them would make each new line cost milliseconds.
 */
const maxLinks = 2000;

/** Makes text of OSC 8 links (`OSC 8 ; params ; URI ST`) that could never be opened, or that are too many. */
export function guardLinks(terminal: Terminal): IDisposable {
  return terminal.parser.registerOscHandler(8, (data) => {
    const uri = data.slice(data.indexOf(';') + 1);
    const endsLink = uri === '';
    if (endsLink) return false;
    return !isOpenableLink(uri) || terminal.markers.length >= maxLinks;
  });
}
