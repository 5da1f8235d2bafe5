import type { OpenSessionLog } from '../ports/session-log.ts';

const nothing = () => undefined;

/** Sessions that write no logs. */
export const noLog: OpenSessionLog = () => ({
  noteConnection: nothing,
  output: nothing,
  event: nothing,
  trace: { packet: nothing, raw: nothing },
  change: nothing,
  close: nothing,
});
