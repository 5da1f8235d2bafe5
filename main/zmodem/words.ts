import { t } from '#contract/language/language.ts';

/** What becomes of transfers, in sentences. Names, hosts and folders are made fit to show. */

export const receivedWords = (files: number, name: string, folder: string): string =>
  files === 1
    ? t('Received {name} into {folder}.', { name, folder })
    : t('Received {files} files into {folder}.', { files, folder });

export const sentWords = (files: number, name: string, host: string): string =>
  files === 1 ? t('Sent {name} to {host}.', { name, host }) : t('Sent {files} files to {host}.', { files, host });

export const moreLeftOut = (more: number): string => t('{more} more were left out.', { more });
export const skipped = (name: string): string => t('{name} was skipped.', { name });
export const skippedThere = (name: string): string =>
  t('{name} was skipped by the server, which may have a file of that name.', { name });
export const tooLarge = (name: string): string => t('{name} was left out: Zmodem sends files of up to 4 GB.', { name });
export const isReceivedAlready = (name: string): string => t('{name} is being received already.', { name });

export const refused = (): string => t('Refused.');
export const refusedForever = (): string => t('Refused. Zmodem is off in this session from now on.');
export const cancelled = (): string => t('Cancelled.');

/** Why a transfer ended before its time. */
export const programEnded = (): string => t('The program at the server has ended.');
export const givenUpThere = (): string => t('The server gave up the transfer.');
export const stoppedSending = (): string => t('The server stopped sending.');
export const takesNothing = (): string => t('The server no longer accepts anything.');
export const noTransfer = (): string => t('What the server sent is not a Zmodem transfer.');
export const nothingFollowed = (): string => t('Nothing followed what looked like the beginning of a Zmodem transfer.');
export const connectionLost = (): string => t('The connection was lost.');

/** Before one of the above; an empty name where no file was begun. */
export const notReceived = (name: string, why: string): string =>
  name === '' ? why : `${t('{name} was not received.', { name })} ${why}`;
export const notSent = (name: string, why: string): string =>
  `${name === '' ? t('Nothing was sent.') : t('{name} was not sent.', { name })} ${why}`;
export const keptAs = (part: string): string =>
  t('What has arrived is kept as {part}; sent again, it goes on from there.', { part });

/** A line in the terminal. */
export const ofZmodem = (text: string): string => t('Zmodem: {text}', { text });
