import type { SessionSnapshot } from '../../app/contract/session/session.ts';
import { startDemoServer } from '../lab/demo-server.ts';
import { startRouter } from '../lab/router.ts';
import { loopback } from '../lab/tcp.ts';
import type { App } from '../specs/harness/app.ts';
import { launchApp } from '../specs/harness/launch.ts';
import { openSession } from '../steps/configure.ts';
import { acceptHostKey, answerPrompt } from '../steps/prompts.ts';
import { sessionsOf, showTab, terminalText, typeKeys, typeLine } from '../steps/terminal.ts';
import { eachSecond, until } from './waiting.ts';

/** The router forgets a connection that was idle for this long. */
const idleLimitSeconds = 6;

/** The session without keepalives gets its next key after this much idle time, the other after three limits. */
const cutAfterSeconds = 8;
const aliveAfterSeconds = 20;

export interface DemoResult {
  readonly idleLimitSeconds: number;
  readonly sessions: readonly DemoSession[];
  /** Path of a PNG of the window. */
  readonly screenshot: string;
}

type DemoSession = CutSession | AliveSession;

interface CutSession {
  readonly keepaliveSeconds: number;
  readonly outcome: 'cut';
  /** From the last byte that passed to the end, as the program saw it. */
  readonly afterSeconds: number;
  readonly message: string;
}

interface AliveSession {
  readonly keepaliveSeconds: number;
  readonly outcome: 'alive';
  readonly idleSeconds: number;
  readonly nullPackets: number;
  /** A line typed after the idle time came back. */
  readonly echoOk: boolean;
}

/** Whether the router did to each session what it should. */
export const isAsExpected = ({ sessions: [without, withKeepalive] }: DemoResult): boolean =>
  without?.outcome === 'cut' && withKeepalive?.outcome === 'alive' && withKeepalive.echoOk;

/** Runs the program behind a forgetful router, with one session that sends null packets and one that does not. */
export async function runDemo(screenshot: string, print: (line: string) => void): Promise<DemoResult> {
  const server = await startDemoServer();
  const target = { host: loopback, port: server.port };
  const router = await startRouter({ target, idleSeconds: idleLimitSeconds, mode: 'reset' });
  const app = await launchApp({ size: { width: 860, height: 560 } });
  try {
    print(`Holdfast runs on ${app.kind === 'electron' ? 'Electron' : 'the stand-in for Electron'}.`);
    print(`A server is behind a router that forgets connections after ${idleLimitSeconds} s without a byte.`);
    await connect(app, router.port, 0);
    await acceptHostKey(app.page);
    await ready(app, 0);
    await app.page.getByRole('button', { name: 'New session' }).click();
    await connect(app, router.port, 2);
    await ready(app, 1);
    for (const index of [0, 1]) {
      await showTab(app.page, index);
      await typeLine(app.page, 'echo now leave it alone');
    }
    const sessions = await leaveAlone(app, print);
    await showTab(app.page, 0);
    await app.page.screenshot({ path: screenshot });
    return { idleLimitSeconds, sessions, screenshot };
  } finally {
    await app.stop();
    await router.stop();
    await server.stop();
  }
}

const connect = (app: App, portNumber: number, keepaliveSeconds: number) =>
  openSession(app.page, {
    hostName: loopback,
    portNumber,
    userName: keepaliveSeconds === 0 ? 'without' : 'with',
    keepaliveSeconds,
  });

async function ready(app: App, index: number): Promise<void> {
  await answerPrompt(app.page, 'Password:', 'demo');
  await until('The shell', 20, async () => ((await sessionAt(app, index)).state.kind === 'open' ? true : null));
  await typeLine(app.page, 'echo ready');
  await until('The echo', 20, async () => ((await terminalText(app)).match(/^ready$/m) ? true : null));
}

async function leaveAlone(app: App, print: (line: string) => void): Promise<readonly DemoSession[]> {
  const idleSince = Date.now();
  const sent = (await sessionAt(app, 1)).keepalive.nullPacketsSent;
  let cut: CutSession | null = null;
  await eachSecond(aliveAfterSeconds, async (second) => {
    if (second === cutAfterSeconds) cut = await typeIntoCut(app, idleSince);
    const [without, withKeepalive] = await sessionsOf(app.page);
    print(`${String(second).padStart(3)} s   0 s: ${words(without)}   2 s: ${words(withKeepalive)}`);
  });
  if (cut === null) throw new Error('The session without keepalives was not cut.');
  const alive = await typeIntoAlive(app, sent);
  return [cut, alive];
}

async function typeIntoCut(app: App, idleSince: number): Promise<CutSession> {
  await showTab(app.page, 0);
  await typeKeys(app.page, 'x');
  const state = await until('The end of the session', 20, async () => {
    const { state: now } = await sessionAt(app, 0);
    return now.kind === 'closed' ? now : null;
  });
  const message = await app.page.getByRole('alert').innerText();
  return { keepaliveSeconds: 0, outcome: 'cut', afterSeconds: seconds(state.at - idleSince), message };
}

async function typeIntoAlive(app: App, sentBefore: number): Promise<AliveSession> {
  await showTab(app.page, 1);
  const { nullPacketsSent } = (await sessionAt(app, 1)).keepalive;
  const word = `alive-${Date.now().toString(36)}`;
  await typeLine(app.page, `echo ${word}`);
  const isEcho = new RegExp(`^${word}$`, 'm');
  const echoOk = await until('The echo', 10, async () => (isEcho.test(await terminalText(app)) ? true : null)).catch(
    () => false,
  );
  return {
    keepaliveSeconds: 2,
    outcome: 'alive',
    idleSeconds: aliveAfterSeconds,
    nullPackets: nullPacketsSent - sentBefore,
    echoOk,
  };
}

async function sessionAt(app: App, index: number): Promise<SessionSnapshot> {
  const session = (await sessionsOf(app.page))[index];
  if (session === undefined) throw new Error(`There is no session in tab ${index + 1}.`);
  return session;
}

function words(session: SessionSnapshot | undefined): string {
  if (session?.state.kind !== 'open') return 'cut'.padEnd(22);
  return `open, ${session.keepalive.nullPacketsSent} null packets`.padEnd(22);
}

const seconds = (ms: number) => Math.round(ms / 100) / 10;
