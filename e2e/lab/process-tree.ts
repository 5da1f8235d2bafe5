import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  /** The program's short name, such as `sshd` or `bash`. */
  readonly name: string;
}

/** All processes below `pid`, children before their own children. */
export function descendantsOf(pid: number): readonly RunningProcess[] {
  const all = runningProcesses();
  const below = (parent: number): readonly RunningProcess[] => {
    const children = all.filter((process) => process.parent === parent);
    return [...children, ...children.flatMap((child) => below(child.pid))];
  };
  return below(pid);
}

/** Stops all processes below `pid` (SIGSTOP), also those that are born meanwhile, and gives them: none escapes a kill. */
export function stopDescendantsOf(pid: number): readonly RunningProcess[] {
  let stopped: readonly RunningProcess[] = [];
  for (;;) {
    const found = descendantsOf(pid);
    if (found.every((one) => stopped.some((other) => other.pid === one.pid))) return found;
    signalAll(found, 'SIGSTOP');
    stopped = found;
  }
}

/** Sends a signal to each; one that has ended meanwhile is passed over. */
export function signalAll(processes: readonly RunningProcess[], signal: NodeJS.Signals): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** Small Debian images have /proc but no `ps`; macOS has it the other way round. */
const runningProcesses = (): readonly RunningProcess[] => (existsSync('/proc/self/stat') ? fromProc() : fromPs());

function fromProc(): readonly RunningProcess[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.flatMap((id) => {
    const stat = readStat(id);
    // "12 (name) S 1 …": the name may hold spaces and parentheses itself (proc(5)).
    const found = /^(\d+) \((.*)\) \S (\d+)/s.exec(stat);
    return found === null ? [] : [{ pid: Number(found[1]), name: found[2] ?? '', parent: Number(found[3]) }];
  });
}

function readStat(id: string): string {
  try {
    return readFileSync(`/proc/${id}/stat`, 'utf8');
  } catch {
    return ''; // it ended after it was listed
  }
}

function fromPs(): readonly RunningProcess[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,ucomm='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const found = /^\s*(\d+)\s+(\d+)\s+(.*\S)/.exec(line);
    return found === null ? [] : [{ pid: Number(found[1]), parent: Number(found[2]), name: found[3] ?? '' }];
  });
}
