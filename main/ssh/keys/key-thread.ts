import { Worker } from 'node:worker_threads';
import { type OpenKey, openKeyHere, type SealedKey } from './open-key.ts';
import type { Opening } from './opening.ts';

/** What a thread is given. */
export interface KeyWork {
  readonly key: SealedKey;
  readonly passphrase: string;
}

/**
 * Opens encrypted keys in a thread of their own, each in one that ends with it: a passphrase is stretched by up to some
 * seconds of work, in which keepalives and other sessions must not wait. `script` is the bundle of key-worker.ts. Where it
 * cannot run (no memory for a thread, say), keys are opened in this thread.
 */
export const openKeysInThread =
  (script: URL): OpenKey =>
  (key, passphrase) => {
    if (passphrase === null) return openKeyHere(key, passphrase);
    return openInThread(script, { key, passphrase });
  };

function openInThread(script: URL, work: KeyWork): Promise<Opening> {
  return new Promise((resolve) => {
    const openHere = () => resolve(openKeyHere(work.key, work.passphrase));
    // None of the program's own options: they may load what is of no use there.
    const worker = new Worker(script, { workerData: work, execArgv: [] });
    worker.unref(); // nobody waits for it when the program ends
    worker.once('message', resolve);
    worker.once('error', openHere);
    worker.once('exit', openHere); // after a message it changes nothing
  });
}
