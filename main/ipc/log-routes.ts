import type { LogFormat } from '#contract/channels/channels.ts';
import { failed, success } from '#contract/failure.ts';
import { english, t } from '#contract/language/language.ts';
import { jsonLine, textLine } from '#contract/session/log-lines.ts';
import type { LogEntry, SessionId } from '#contract/session/session.ts';
import type { Registry } from '../session/registry.ts';
import type { SaveFile } from '../windows/save-file.ts';
import { noSuchSession } from './refusals.ts';
import type { CommandHandlers, RequestHandlers } from './router.ts';

type LogRequests = Pick<RequestHandlers, 'session.log' | 'session.export-log'>;

/** The sessions whose Event Log a window shows; one that reloads leaves its own there until they are closed. */
export type ReadLogs = Pick<Set<SessionId>, 'add' | 'delete'>;

export const logCommands = (readLogs: ReadLogs): Pick<CommandHandlers, 'session.log-closed'> => ({
  'session.log-closed': ({ id }) => {
    readLogs.delete(id);
  },
});

/** What the window may ask of a session's Event Log. */
export function logRequests(registry: Pick<Registry, 'get'>, readLogs: ReadLogs, saveFile: SaveFile): LogRequests {
  return {
    'session.log': ({ id }) => {
      const session = registry.get(id);
      if (session === undefined) return failed(noSuchSession());
      readLogs.add(id);
      return success(session.log());
    },
    'session.export-log': async ({ id, format }) => {
      const session = registry.get(id);
      if (session === undefined) return failed(noSuchSession());
      let entries: readonly LogEntry[] = [];
      const { kind, line } = formats[format];
      const saved = await saveFile({
        title: t('Export the Event Log of {name}', { name: session.snapshot().name }),
        fileName: `${fileStem(session.snapshot().name)}-event-log.${kind.extension}`,
        kind: { ...kind, name: t(kind.name) },
        text: () => {
          entries = session.log();
          return entries.map((entry) => `${line(entry)}\n`).join('');
        },
      });
      if (!saved.ok) return saved;
      return success(saved.value === null ? null : { path: saved.value, entries: entries.length });
    },
  };
}

interface Format {
  readonly kind: { readonly name: string; readonly extension: string };
  readonly line: (entry: LogEntry) => string;
}

const formats: Readonly<Record<LogFormat, Format>> = {
  text: { kind: { name: english('Text'), extension: 'txt' }, line: textLine },
  json: { kind: { name: 'JSON Lines', extension: 'jsonl' }, line: jsonLine },
};

/** Characters of a session's name at most in the name of a file: file systems take 255 bytes. */
const maxStemLength = 40;

/** A session's name as the beginning of a file's name on every system. */
function fileStem(name: string): string {
  const stem = name.replace(/[^\p{L}\p{N}@._-]+/gu, '-').slice(0, maxStemLength);
  return stem.replace(/^[.-]+|[.-]+$/g, '') || 'session';
}
