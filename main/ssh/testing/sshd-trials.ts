import { afterAll, beforeAll } from 'vitest';
import { type Sshd, startSshd } from '../../../e2e/lab/sshd.ts';
import { type Trial, type TrialOptions, tryTransport } from './transport-trial.ts';

/** Starts a real sshd for the tests around, and gives what opens a transport that logs in to it by its key. */
export function trialsAtSshd(): (profile: TrialOptions['profile']) => Trial {
  let sshd: Sshd;
  beforeAll(async () => {
    sshd = await startSshd();
  });
  afterAll(() => sshd.stop());
  return (profile) =>
    tryTransport({ profile: { portNumber: sshd.port, userName: sshd.userName, keyFile: sshd.clientKey, ...profile } });
}
