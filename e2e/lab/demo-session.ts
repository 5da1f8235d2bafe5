import type { PseudoTtyInfo, ServerChannel, Session } from 'ssh2';
import { serveDemoCommand, serveDemoShell } from './demo-channel.ts';
import type { DemoContext } from './demo-commands.ts';

/** Serves one session channel: pty, environment, window changes, and a shell or a command. */
export function serveDemoSession(
  session: Session,
  answers: DemoContext['answers'],
  onChannel: (channel: ServerChannel) => void,
): void {
  let size = { columns: 80, rows: 24 };
  const environment = new Map<string, string>();
  const context = (): DemoContext => ({ ...size, environment, answers });
  const resize = ({ cols, rows }: Pick<PseudoTtyInfo, 'cols' | 'rows'>) => {
    size = { columns: cols, rows };
  };
  session.on('pty', (accept, _reject, info) => {
    resize(info);
    environment.set('TERM', info.term);
    accept?.(); // absent where the client wants no reply, whatever the types say
  });
  session.on('env', (accept, _reject, info) => {
    environment.set(info.key, info.val);
    accept?.();
  });
  session.on('window-change', (accept, _reject, info) => {
    resize(info);
    accept?.();
  });
  session.on('shell', (accept) => {
    const channel = accept();
    onChannel(channel);
    serveDemoShell(channel, context);
  });
  session.on('exec', (accept, _reject, info) => {
    const channel = accept();
    onChannel(channel);
    serveDemoCommand(channel, info.command, context());
  });
}
