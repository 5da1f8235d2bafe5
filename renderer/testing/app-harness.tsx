import { type RenderResult, render } from 'vitest-browser-react';
import { success } from '#contract/failure.ts';
import type { SessionId, SessionSnapshot } from '#contract/session/session.ts';
import { App } from '../app.tsx';
import { loadFonts } from '../terminal/drawing/fonts.ts';
import { createServices, type Services, type StartState } from '../window/services.ts';
import { type Answers, createFakeBridge, type FakeBridge, linuxInfo, noSaved, snapshotOf } from './fake-bridge.ts';
import { createFakePort, deliverPort, type FakePort } from './fake-port.ts';
import '../ui/theme.css';

export interface AppHarness extends FakeBridge {
  readonly screen: RenderResult;
  readonly services: Services;
  /** The data port of a session, once it was attached. */
  readonly portOf: (id: SessionId) => FakePort;
  /** Tells the window of a session, as main does. */
  readonly show: (session: SessionSnapshot) => void;
  readonly dispose: () => Promise<void>;
}

/** The whole window on a fake main that opens, attaches and removes sessions, and answers the rest as told. */
export async function setUpApp(start: Partial<StartState> = {}, answers: Answers = {}): Promise<AppHarness> {
  await loadFonts();
  const ports = new Map<SessionId, FakePort>();
  let opened = 0;
  const fake = createFakeBridge({
    'session.open': ({ profile, savedAs }) => {
      opened += 1;
      return success({ ...snapshotOf(`opened-${opened}`), profile, savedAs });
    },
    'session.attach': ({ id }) => {
      const port = createFakePort();
      ports.set(id, port);
      deliverPort(id, port);
      return success(null);
    },
    'session.change': ({ id, changes }) => {
      const session = services.shell.store.getState().panes.get(id)?.session ?? snapshotOf('gone');
      return success({ ...session, profile: { ...session.profile, ...changes } });
    },
    'session.log': () => success([]),
    'clipboard.read': () => success('pasted'),
    ...answers,
  });
  const services = createServices(fake.bridge, {
    info: linuxInfo,
    saved: noSaved,
    sessions: [],
    tabs: [],
    isReload: false,
    ...start,
  });
  const screen = await render(<App services={services} />, { container: rootElement() });
  return {
    ...fake,
    screen,
    services,
    portOf: (id) => {
      const port = ports.get(id);
      if (port === undefined) throw new Error(`${id} was not attached`);
      return port;
    },
    show: (session) => fake.emit('session.changed', session),
    dispose: async () => {
      await screen.unmount();
      services.dispose();
      for (const port of ports.values()) port.close();
      document.getElementById('root')?.remove();
    },
  };
}

function rootElement(): HTMLElement {
  const root = document.createElement('div');
  root.id = 'root';
  document.body.append(root);
  return root;
}
