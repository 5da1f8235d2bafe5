import type { IDecoration, IMarker } from '@xterm/xterm';
import type { Profile } from '#contract/profile/profile.ts';
import type { PartContext, TerminalPart } from '../terminal-parts.ts';

/** A command that has ended. */
export interface EndedCommand {
  readonly seconds: number;
  /** Null if the shell didn't tell. */
  readonly exitStatus: number | null;
}

/** The prompts of a shell that marks them. */
export interface ShellMarks extends TerminalPart {
  /** Scrolls to the prompt before the topmost line that is shown, or to the one after it; to the end after the last. */
  readonly jump: (to: 'previous' | 'next') => void;
}

interface Prompt {
  readonly marker: IMarker;
  decoration: IDecoration | undefined;
  exitStatus: number | null;
}

/** Older prompts lose their marks: each is an element of the page. */
const maxPrompts = 1000;

/**
 * Follows OSC 133, as FinalTerm introduced it and iTerm2 and VS Code describe it: `A` begins a prompt, `C` the output
 * of a command, `D;status` ends it.
 */
export function createShellMarks({ terminal, host, isReplaying }: PartContext, profile: Profile): ShellMarks {
  let { commandMarks } = profile;
  const prompts: Prompt[] = [];
  let startedAt: number | null = null;

  const decorate = (prompt: Prompt) => {
    prompt.decoration?.dispose();
    prompt.decoration = commandMarks ? terminal.registerDecoration({ marker: prompt.marker, layer: 'top' }) : undefined;
    prompt.decoration?.onRender((element) => {
      element.classList.add('terminal-prompt-mark');
      element.classList.toggle('is-failed', (prompt.exitStatus ?? 0) !== 0);
    });
  };
  const forget = (prompt: Prompt) => {
    prompt.decoration?.dispose();
    prompt.marker.dispose();
  };

  const begin = () => {
    const { active } = terminal.buffer;
    const line = active.baseY + active.cursorY;
    // A prompt that is drawn again, as on a new size, is the same one.
    if (active.type !== 'normal' || prompts.at(-1)?.marker.line === line) return;
    const prompt: Prompt = { marker: terminal.registerMarker(0), decoration: undefined, exitStatus: null };
    decorate(prompt);
    prompts.push(prompt);
    if (prompts.length > maxPrompts) prompts.splice(0, 1).forEach(forget);
  };

  const end = (status: string | undefined) => {
    const exitStatus = /^\d{1,3}$/.test(status ?? '') ? Number(status) : null;
    const prompt = prompts.at(-1);
    if (prompt !== undefined) {
      prompt.exitStatus = exitStatus;
      decorate(prompt);
    }
    if (startedAt === null) return;
    const seconds = (performance.now() - startedAt) / 1000;
    startedAt = null;
    if (!isReplaying()) host.onCommandEnded({ seconds, exitStatus });
  };

  const handler = terminal.parser.registerOscHandler(133, (data) => {
    const [kind, status] = data.slice(0, 64).split(';');
    if (kind === 'A') begin();
    else if (kind === 'C') startedAt = performance.now();
    else if (kind === 'D') end(status);
    return true;
  });

  return {
    jump: (to) => {
      const { viewportY, baseY } = terminal.buffer.active;
      const lines = prompts.flatMap(({ marker }) => (marker.isDisposed ? [] : marker.line));
      const line = to === 'previous' ? lines.findLast((at) => at < viewportY) : lines.find((at) => at > viewportY);
      if (line !== undefined) terminal.scrollToLine(Math.min(line, baseY));
      else if (to === 'next') terminal.scrollToBottom();
    },
    apply: (next) => {
      if (next.commandMarks === commandMarks) return;
      commandMarks = next.commandMarks;
      for (const prompt of prompts) decorate(prompt);
    },
    dispose: () => {
      handler.dispose();
      prompts.forEach(forget);
    },
  };
}
