import type { MessagePortMain } from 'electron';
import { maxInputBytes, type ToMain } from '#contract/channels/data-port.ts';
import type { Session } from '../session/session-parts.ts';

/**
 * Joins a session to the window's end of its data port until the port closes, as it does when the session ends: a port
 * that stayed open would hold on to the session, and to all that it knows of its connections. What the window sends is
 * parsed here: a message that is neither bytes of a bounded length, nor a sane credit, nor names what to erase, is
 * dropped.
 */
export function joinDataPort(session: Pick<Session, 'pump' | 'write'>, port: MessagePortMain): void {
  const detach = session.pump.attach(
    (message) => port.postMessage(message),
    () => port.close(),
  );
  port.on('message', ({ data }) => {
    const message = parseToMain(data);
    if (message === null) return;
    if (message instanceof Uint8Array) session.write(message);
    else if (message.kind === 'credit') session.pump.credit(message.bytes);
    else session.pump.erase(message.what);
  });
  port.on('close', detach);
  port.start();
}

/** Exported for its tests. */
export function parseToMain(data: unknown): ToMain | null {
  if (data instanceof Uint8Array) return data.length > 0 && data.length <= maxInputBytes ? data : null;
  if (typeof data !== 'object' || data === null) return null;
  const { kind, bytes, what } = data as { kind?: unknown; bytes?: unknown; what?: unknown };
  if (kind === 'erase') return what === 'scrollback' || what === 'terminal' ? { kind, what } : null;
  return kind === 'credit' && Number.isSafeInteger(bytes) && (bytes as number) > 0
    ? { kind: 'credit', bytes: bytes as number }
    : null;
}
