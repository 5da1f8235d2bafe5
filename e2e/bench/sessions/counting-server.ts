import { startDemoServer } from '../../lab/demo-server.ts';
import type { ServerCalls } from './calls.ts';
import { serve } from './worker.ts';

/** The lab's server, which notes when each SSH_MSG_IGNORE comes in, in a process of its own. */

let server: Awaited<ReturnType<typeof startDemoServer>> | null = null;

const connectionsOf = (userName: string) => server?.connections.filter((each) => each.userName === userName) ?? [];

serve({
  start: async ({ line, answer }) => {
    server = await startDemoServer({ answers: { [line]: `${answer}\r\n` } });
    return { port: server.port, hostKeyLine: server.hostKeyLine };
  },
  now: async () => performance.now(),
  arrived: async (userName) => connectionsOf(userName).map(({ ignores }) => ignores),
  freeze: async (userName) => {
    connectionsOf(userName)[0]?.freeze();
    return null;
  },
} satisfies ServerCalls);
