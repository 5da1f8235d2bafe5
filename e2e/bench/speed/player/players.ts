import { EventEmitter, once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Sshd, startSshd } from '../../../lab/sshd.ts';
import { loopback } from '../../../lab/tcp.ts';
import { lineReader, type Order, type Report } from './protocol.ts';

/** The player in one session, as the bench has it. */
export interface Player {
  readonly columns: number;
  readonly rows: number;
  /** Resolves with the report of this kind that follows. */
  readonly order: <Kind extends Report['kind']>(order: Order, until: Kind) => Promise<Extract<Report, { kind: Kind }>>;
  /** Resolves with the next report of this kind; nothing is ordered. */
  readonly next: <Kind extends Report['kind']>(kind: Kind) => Promise<Extract<Report, { kind: Kind }>>;
}

/** An sshd that has a player in each session. */
export interface Players {
  readonly sshd: Sshd;
  /** The player of the session that comes next. Rejects when the bench is stopped. */
  readonly next: () => Promise<Player>;
  readonly stop: () => Promise<void>;
}

/** How long a terminal may take to come up with a session, or a player to do what it is told, ms: a busy machine's. */
const limitMs = 120_000;

export async function startPlayers(stopping: AbortSignal): Promise<Players> {
  const arrivals = new EventEmitter<{ player: [Player] }>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const reports = new EventEmitter();
    socket.on('error', () => socket.destroy());
    const next = async (kind: string) => {
      const signal = AbortSignal.any([stopping, AbortSignal.timeout(limitMs)]);
      const [report] = await once(reports, kind, { signal });
      return report;
    };
    const handle = (report: Report) => {
      if (report.kind !== 'here') return void reports.emit(report.kind, report);
      const { columns, rows } = report;
      const order = (what: Order, until: string) => {
        const reported = next(until);
        socket.write(`${JSON.stringify(what)}\n`);
        return reported;
      };
      arrivals.emit('player', { columns, rows, next, order } as Player);
    };
    socket.setEncoding('utf8').on('data', lineReader(handle));
  });
  server.listen(0, loopback);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const command = [process.execPath, '--import', import.meta.resolve('tsx'), playerFile, String(port)].join(' ');
  const sshd = await startSshd({ config: [`ForceCommand ${command}`] });
  return {
    sshd,
    next: async () => {
      const signal = AbortSignal.any([stopping, AbortSignal.timeout(limitMs)]);
      const [player] = (await once(arrivals, 'player', { signal })) as [Player];
      return player;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await sshd.stop();
    },
  };
}

const playerFile = fileURLToPath(new URL('./player.ts', import.meta.url));
