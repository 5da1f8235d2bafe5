import type { ProfileChanges } from '#contract/profile/profile.ts';

/** Where Tera Term names parts of the time as strftime does, and PuTTY, whose fields are ours, has a field. */
const fields: readonly (readonly [RegExp, string])[] = [
  [/%Y/g, '&Y'],
  [/%m/g, '&M'],
  [/%d/g, '&D'],
  [/%H[-_.]?%M[-_.]?%S/g, '&T'],
];

/** `teraterm-&h-%Y%m%d.log`, of LogDefaultName. */
export const logNameOf = (name: string): string =>
  fields.reduce((text, [theirs, ours]) => text.replace(theirs, ours), name);

/** What LogDefaultPath and LogTypePlainText come to beside the keys that they go with. */
export function withLogKeys(changes: ProfileChanges, iniValue: (key: string) => string | undefined): ProfileChanges {
  const folder = iniValue('logdefaultpath') ?? '';
  const { logFileName, logType } = changes;
  const isPlain = iniValue('logtypeplaintext')?.toLowerCase() === 'on';
  return {
    ...changes,
    ...(folder !== '' && logFileName !== undefined
      ? { logFileName: `${folder.replace(/\\+$/, '')}\\${logFileName}` }
      : {}),
    ...(isPlain && logType === 'all' ? { logType: 'printable' } : {}),
  };
}
