import { t } from '#contract/language/language.ts';

/** Frames of a stack that are told: where it happened, and how it got there. */
const maxFrames = 8;

export interface OwnFaultsOptions {
  readonly process: {
    readonly on: (event: 'uncaughtException' | 'unhandledRejection', listener: (fault: unknown) => void) => unknown;
  };
  /** Takes a line for whoever looks for the fault. */
  readonly write: (text: string) => void;
  /** Tells the user, in a sentence. */
  readonly notify: (text: string) => void;
}

/**
 * Has the program live on after a fault of its own that nothing caught: it belongs to one session at most, and all the
 * others would go with the process. Electron would show a dialog with the stack, and Node end. What is written has no
 * message of the error, which may hold what somebody typed, and the same fault is written once; the user is told once.
 */
export function surviveOwnFaults({ process, write, notify }: OwnFaultsOptions): void {
  const written = new Set<string>();

  const handle = (fault: unknown) => {
    const where = placeOf(fault);
    if (written.has(where)) return;
    if (written.size === 0) notify(sentence());
    written.add(where);
    write(`A fault of this program was not caught: ${where}\n`);
  };
  process.on('uncaughtException', handle);
  process.on('unhandledRejection', handle);
}

const sentence = () =>
  t('Something went wrong inside Holdfast. Its sessions go on; if anything behaves oddly, restart it.');

/** The kind of the error and the frames of its stack. */
function placeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return `a thrown ${typeof fault}`;
  const frames = (fault.stack ?? '')
    .replace(fault.message, () => '')
    .split('\n')
    .filter((line) => line.startsWith('    at '));
  return [fault.name, ...frames.slice(0, maxFrames)].join('\n');
}
