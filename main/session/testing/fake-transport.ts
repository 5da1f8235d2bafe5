import { failed } from '#contract/failure.ts';
import { filesLost } from '../ports/remote-files.ts';
import type { ForwardRequest, OpenTransport, Transport, TransportEvent, TransportOptions } from '../ports/transport.ts';

/** A transport in memory, for tests: records what the session asks of it and tells the session what it is told to. */
export interface FakeTransport {
  readonly options: TransportOptions;
  readonly written: string[];
  /** The same as it came. */
  readonly sent: Uint8Array[];
  readonly calls: string[];
  /** The forwards that were asked for, the latest last; each counts one connection until it is closed. */
  readonly forwards: readonly ForwardRequest[];
  readonly emit: (...events: readonly TransportEvent[]) => void;
  /** Answers the oldest alive check that waits. */
  readonly answerCheck: () => void;
  /** Emits all that leads to an open session. */
  readonly openNow: () => void;
  /** This computer gets another address. */
  readonly replaceAddress: () => void;
}

/** A factory of fake transports, and all that it made, the latest last. */
export function createFakeTransports(): { readonly openTransport: OpenTransport; readonly opened: FakeTransport[] } {
  const opened: FakeTransport[] = [];
  const openTransport: OpenTransport = (options) => {
    const written: string[] = [];
    const sent: Uint8Array[] = [];
    const calls: string[] = [];
    const checks: (() => void)[] = [];
    const forwards: ForwardRequest[] = [];
    let addressReplaced = false;
    const emit = (...events: readonly TransportEvent[]) => {
      for (const event of events) options.onEvent(event);
    };
    opened.push({
      options,
      written,
      sent,
      calls,
      forwards,
      emit,
      answerCheck: () => {
        emit({ kind: 'received' });
        checks.shift()?.();
      },
      replaceAddress: () => {
        addressReplaced = true;
      },
      openNow: () =>
        emit(
          { kind: 'phase', phase: 'tcp' },
          { kind: 'phase', phase: 'handshake' },
          { kind: 'authenticating' },
          { kind: 'authenticated' },
          { kind: 'open' },
        ),
    });
    const transport: Transport = {
      write: (bytes, onTaken) => {
        sent.push(bytes);
        written.push(new TextDecoder().decode(bytes));
        onTaken?.();
      },
      endInput: () => calls.push('end of input'),
      pause: () => calls.push('pause'),
      resume: () => calls.push('resume'),
      resize: (columns, rows) => calls.push(`resize ${columns}x${rows}`),
      sendNullPacket: () => calls.push('null packet'),
      sendAliveCheck: (onAnswered) => {
        calls.push('alive check');
        checks.push(onAnswered);
      },
      openForward: (request) => {
        forwards.push(request);
        let connections = 1;
        return {
          counts: () => ({ connections, total: 1, failed: 0, received: 10, sent: 5 }),
          close: () => {
            connections = 0;
            calls.push(
              `close forward ${'port' in request.forward ? request.forward.port : request.forward.listenPath}`,
            );
          },
        };
      },
      openFiles: async () => failed(filesLost()),
      isAddressReplaced: () => addressReplaced,
      way: () => ({ peer: options.profile.hostName, through: '' }),
      setTyping: ({ localEcho, localEditing }) => calls.push(`typing ${localEcho} ${localEditing}`),
      setRekeyLimits: ({ rekeyMinutes, rekeyMegabytes }) => calls.push(`rekey ${rekeyMinutes} ${rekeyMegabytes}`),
      setAlgorithms: ({ cipherOrder }) => calls.push(`algorithms ${cipherOrder[0]}`),
      setSocketOptions: ({ tcpNoDelay, tcpKeepalives }) => calls.push(`socket ${tcpNoDelay} ${tcpKeepalives}`),
      close: () => emit({ kind: 'ended', cause: { kind: 'disconnected' } }),
    };
    return transport;
  };
  return { openTransport, opened };
}
