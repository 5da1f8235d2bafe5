import { idle } from './idle/idle.ts';
import { interrupt } from './interrupt/interrupt.ts';
import { keystrokes } from './keystrokes/keystrokes.ts';
import type { Measurement } from './measurement.ts';
import { memory } from './memory/memory.ts';
import { output } from './output/output.ts';
import { receive } from './receive/receive.ts';
import { remember } from './receive/remember.ts';
import { start } from './start/start.ts';
import { transfers } from './transfers.ts';

/** In the order in which they run. */
export const measurements: readonly Measurement[] = [
  receive,
  remember,
  output,
  keystrokes,
  interrupt,
  memory,
  start,
  idle,
  transfers,
];
