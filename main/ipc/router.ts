import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import type { Commands, RequestName, Requests } from '#contract/channels/channels.ts';
import { type Failure, failed, type Result } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { WindowId } from '#contract/tabs/tab.ts';
import { commandSchemas, requestSchemas } from './schemas/schemas.ts';

/** Handlers of the windows' requests and commands. Each payload has been parsed, each sender checked. */
export type RequestHandlers = {
  readonly [N in RequestName]: (
    payload: Parameters<Requests[N]>[0],
    from: WindowId,
  ) => ReturnType<Requests[N]> | Promise<ReturnType<Requests[N]>>;
};

export type CommandHandlers = { readonly [N in keyof Commands]: (payload: Commands[N], from: WindowId) => void };

export interface RouterOptions {
  readonly ipc: Pick<IpcMain, 'handle' | 'on' | 'removeHandler' | 'removeListener'>;
  /** The window whose page, the program's own, a message comes from in its main frame; null for all others. */
  readonly senderOf: (event: IpcMainEvent | IpcMainInvokeEvent) => WindowId | null;
  /** A message was refused, or a handler threw: for the program's own log. Never holds the payload. */
  readonly onRefused: (channel: string, failure: Failure) => void;
}

/** Connects handlers to their channels; the returned function disconnects them. */
export function createRouter(options: RouterOptions, requests: RequestHandlers, commands: CommandHandlers): () => void {
  const undo = [
    ...Object.entries(requests).map(([name, handler]) =>
      route(options, name, requestSchemas[name as RequestName], handler as Handler, 'handle'),
    ),
    ...Object.entries(commands).map(([name, handler]) =>
      route(options, name, commandSchemas[name as keyof Commands], handler as Handler, 'on'),
    ),
  ];
  return () => {
    for (const stop of undo) stop();
  };
}

type Handler = (payload: unknown, from: WindowId) => unknown;

function route(options: RouterOptions, name: string, schema: z.ZodType, handler: Handler, kind: 'handle' | 'on') {
  const { ipc, senderOf, onRefused } = options;

  const refuse = (failure: Failure): Result<never> => {
    onRefused(name, failure);
    return failed(failure);
  };

  const handle = async (event: IpcMainEvent | IpcMainInvokeEvent, ...payloads: unknown[]): Promise<unknown> => {
    const from = senderOf(event);
    if (from === null) return refuse(untrusted());
    if (payloads.length !== 1) return refuse(invalid(''));
    const parsed = schema.safeParse(payloads[0]);
    if (!parsed.success) return refuse(invalid(z.prettifyError(parsed.error)));
    try {
      return await handler(parsed.data, from);
    } catch (error) {
      return refuse(internal(error));
    }
  };

  if (kind === 'handle') ipc.handle(name, handle);
  else ipc.on(name, handle);
  return () => (kind === 'handle' ? ipc.removeHandler(name) : ipc.removeListener(name, handle));
}

const untrusted = (): Failure => ({
  code: 'untrusted-sender',
  message: t('The request did not come from a window of the program.'),
  retryable: false,
});

const invalid = (details: string): Failure => ({
  code: 'invalid-payload',
  message:
    details === '' ? t('The request was not understood.') : t('The request was not understood. {details}', { details }),
  retryable: false,
});

/** A defect of the program: its sentence names the error's kind alone, since its text may hold what the user typed. */
const internal = (error: unknown): Failure => ({
  code: 'internal',
  message: t('The program met an error of its own ({error}).', {
    error: error instanceof Error ? error.name : 'unknown',
  }),
  retryable: true,
});
