import { type DemoServer, type DemoServerOptions, startDemoServer } from '../lab/demo-server.ts';
import { type Router, type RouterOptions, startRouter } from '../lab/router.ts';
import { type Sshd, type SshdOptions, startSshd } from '../lab/sshd.ts';
import { loopback } from '../lab/tcp.ts';
import { test as base } from '../specs/harness/test.ts';

/** The lab's parts for a spec; whatever it started is stopped after it. */
interface Lab {
  readonly sshd: (options?: SshdOptions) => Promise<Sshd>;
  readonly demo: (options?: DemoServerOptions) => Promise<DemoServer>;
  /** A router before the server on this port. */
  readonly router: (portNumber: number, options: Omit<RouterOptions, 'target'>) => Promise<Router>;
}

export { expect } from '../specs/harness/test.ts';

export const test = base.extend<{ readonly lab: Lab }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures out of this pattern.
  lab: async ({}, use) => {
    const started: { readonly stop: () => Promise<void> }[] = [];
    const keep = async <T extends { readonly stop: () => Promise<void> }>(starting: Promise<T>): Promise<T> => {
      const part = await starting;
      started.unshift(part);
      return part;
    };
    await use({
      sshd: (options) => keep(startSshd(options)),
      demo: (options) => keep(startDemoServer(options)),
      router: (port, options) => keep(startRouter({ target: { host: loopback, port }, ...options })),
    });
    for (const part of started) await part.stop();
  },
});
