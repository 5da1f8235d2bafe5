import { parentPort, workerData } from 'node:worker_threads';
import type { KeyWork } from './key-thread.ts';
import { openKeyHere } from './open-key.ts';

/** The thread that opens one key; a bundle of its own, beside the program's. */
const { key, passphrase } = workerData as KeyWork;
parentPort?.postMessage(await openKeyHere(key, passphrase));
