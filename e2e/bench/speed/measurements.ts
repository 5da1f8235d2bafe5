import type { Measurement } from './measurement.ts';
import { receive } from './receive/receive.ts';

/** In the order in which they run. */
export const measurements: readonly Measurement[] = [receive];
