import { describe, expect, it, onTestFinished } from 'vitest';
import { answerChecks } from '../../../e2e/lab/check-answers.ts';
import { startSshPeer } from '../testing/ssh-peer.ts';
import { sendAliveCheck, takeUnimplementedAsAnswer } from './alive-check.ts';
import { logIn, logInToSshd } from './testing/logged-in-client.ts';

describe('an alive check', () => {
  it('sendAliveCheck is answered, and keeps replies in step', async () => {
    const client = await logInToSshd();
    let answers = 0;
    sendAliveCheck(client, () => {
      answers += 1;
    });
    const bound = await new Promise((resolve) => client.forwardIn('127.0.0.1', 0, (_error, port) => resolve(port)));
    expect(bound).toBeGreaterThan(0);
    expect(answers).toBe(1);
  });

  it('takeUnimplementedAsAnswer answers a check that the server does not know, and keeps replies in step', async () => {
    const peer = await startSshPeer();
    onTestFinished(() => peer.stop());
    const client = await logIn({ host: '127.0.0.1', port: peer.port, username: 'ada' });
    takeUnimplementedAsAnswer(client);
    const [connection] = peer.connections;
    if (connection === undefined) throw new Error('nobody is connected');
    const ignored = () => undefined;
    answerChecks(connection, 'unimplemented', ignored);
    await new Promise<void>((resolve) => sendAliveCheck(client, resolve));
    answerChecks(connection, 'failure', ignored);
    const second = await new Promise((resolve) => client.forwardIn('127.0.0.1', 0, (error) => resolve(error)));
    expect(second).toBeInstanceOf(Error);
    answerChecks(connection, 'unimplemented', ignored);
    const third = await new Promise((resolve) => client.forwardIn('127.0.0.1', 4000, (error) => resolve(error)));
    expect(third).toBeInstanceOf(Error);
  });
});
