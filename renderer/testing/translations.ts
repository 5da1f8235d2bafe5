import { settingOf } from '#contract/settings/settings-table.ts';
import { shownKeys } from '../settings/dialog-harness.tsx';
import { namesElsewhere } from '../settings/fields/help-text.ts';
import * as shown from './shown-data.ts';

/** What is the same in every language, and what of the data is a server's or a user's. */
export const same = new RegExp(
  [
    // Paths and modes of files, fingerprints, times, units, and keys.
    String.raw`[-dl?](?:[r-][w-][x-]){3}|(?:(?:Ctrl|Alt|Shift)\+|\bF(?=\d))\S+|\bEnter(?= キー)|^Delete$|~?/[\w./-]+|SHA256:\S+|\b[AP]M\b|(?<=\d )(?:ms|B|KB)\b`,
    ...[
      ...shown.names,
      // How other programs call settings, and SSH its algorithms.
      ...shownKeys.flatMap(namesElsewhere),
      ...shownKeys.map(settingOf).flatMap((setting) => (setting.type === 'order' ? setting.default : [])),
    ]
      .toSorted((one, other) => other.length - one.length)
      .map((name) => name.replaceAll(/[^\w ]/g, String.raw`\$&`)),
  ].join('|'),
  'g',
);

/** What is waited for comes in a moment, but for a busy machine. */
export const patienceMs = 20_000;

/** What React Aria has screen readers say stands in the page for a moment, also of a window that is gone. */
export const announced = () => document.querySelector('[data-live-announcer]')?.textContent ?? '';
