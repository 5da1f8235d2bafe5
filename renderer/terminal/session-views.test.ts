import { afterEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import type { SessionId } from '#contract/session/session.ts';
import { schemeOf } from '../colours/schemes.ts';
import { createFakeBridge, snapshotOf } from '../testing/fake-bridge.ts';
import { createFakePort, deliverPort } from '../testing/fake-port.ts';
import { createSessionViews, type SessionViews } from './session-views.ts';
import { watchSurroundings } from './surroundings.ts';
import type { TerminalHost } from './terminal-host.ts';
import { waitFor } from './testing/terminal-harness.ts';

const emulate = (scheme: string) =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });

let views: SessionViews;
const attached: SessionId[] = [];
const output: SessionId[] = [];

const setUp = () => {
  attached.length = 0;
  output.length = 0;
  const ignore = () => undefined;
  const hostFor = (id: SessionId): TerminalHost => ({
    platform: 'linux',
    readClipboard: async () => null,
    writeClipboard: ignore,
    confirmPaste: async () => false,
    openLink: ignore,
    showMenu: ignore,
    onTitles: ignore,
    onDirectory: () => undefined,
    onOutput: () => output.push(id),
    highlightSets: { getState: () => [], subscribe: () => ignore },
    onTriggered: ignore,
    onUserInput: ignore,
    onClipboardWrite: ignore,
    onCommandEnded: ignore,
    onBell: ignore,
    readBellSound: async () => null,
    askAttention: ignore,
    onSizeAsked: ignore,
    onResize: ignore,
    onRestart: ignore,
  });
  views = createSessionViews({
    hostFor,
    attach: (id) => attached.push(id),
    watchSurroundings: (onChange) => watchSurroundings(createFakeBridge().bridge, onChange),
  });
};

afterEach(async () => {
  views.dispose();
  await emulate('light');
});

const [one, two] = [snapshotOf('one'), snapshotOf('two')];

describe('the terminals of all sessions', () => {
  it('are made once for each session, attached, and removed with it', () => {
    setUp();
    views.sync([one]);
    const view = views.get(one.id);
    views.sync([one, two]);
    expect(views.get(one.id)).toBe(view);
    expect(attached).toEqual([one.id, two.id]);
    views.sync([two]);
    expect(views.get(one.id)).toBeUndefined();
  });

  it('each get the port of their own session', async () => {
    setUp();
    views.sync([one, two]);
    const port = createFakePort();
    deliverPort(two.id, port);
    port.sendText('hello');
    await waitFor(() => port.credited() === 5);
    expect(output).toEqual([two.id]);
    port.close();
  });

  it('keep the colours that a program has set while their session goes on and other settings change', async () => {
    setUp();
    views.sync([one]);
    const view = views.get(one.id);
    document.body.append(view?.element ?? '');
    view?.show();
    const port = createFakePort();
    deliverPort(one.id, port);
    port.sendText('\u001b]4;1;#123456\u0007');
    await waitFor(() => port.credited() > 0);
    views.sync([{ ...one, profile: { ...one.profile } }]);
    views.sync([{ ...one, profile: { ...one.profile, keepaliveSeconds: 7, fontSize: 15 } }]);
    port.sendText('\u001b]4;1;?\u0007');
    await waitFor(() => port.typed() !== '');
    expect(port.typed()).toContain('rgb:1212/3434/5656');
    port.close();
  });

  it('take no port from another page', async () => {
    setUp();
    views.sync([one]);
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const port = createFakePort();
    const received = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
    const script = frame.contentDocument?.createElement('script') as HTMLScriptElement;
    script.textContent = `window.addEventListener('message', ({ data, ports }) => parent.postMessage(data, '*', ports))`;
    frame.contentDocument?.body.append(script);
    frame.contentWindow?.postMessage({ kind: 'holdfast-data-port', id: one.id }, '*', [port.port]);
    await received;
    port.sendText('hello');
    const own = createFakePort();
    deliverPort(one.id, own);
    own.sendText('own');
    await waitFor(() => own.credited() === 3);
    expect(port.credited()).toBe(0);
    frame.remove();
    port.close();
    own.close();
  });

  it('follow the desktop as it turns dark', async () => {
    setUp();
    await emulate('light');
    views.sync([one]);
    const background = () => views.get(one.id)?.element.style.background;
    const light = background();
    await emulate('dark');
    await waitFor(() => background() !== light);
    const probe = document.createElement('i');
    probe.style.background = schemeOf('holdfast-dark').background;
    expect(background()).toBe(probe.style.background);
  });
});
