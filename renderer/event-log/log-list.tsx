import { type ClipboardEvent, memo, type RefObject, useLayoutEffect, useRef } from 'react';
import { t } from '#contract/language/language.ts';
import { logTime } from '#contract/session/log-lines.ts';
import styles from './event-log.module.css';
import type { LogRow } from './use-log.ts';

interface LogListProps {
  readonly rows: readonly LogRow[];
  readonly list: RefObject<HTMLDivElement | null>;
  /** What a copy of the selection gets; empty if it holds no row. */
  readonly copiedText: () => string;
}

/** Nearer than this to its end, in CSS pixels, the list counts as scrolled there: zoom makes fractions of pixels. */
const endTolerance = 4;

/** The entries, from the oldest to the latest. It follows new ones while it is scrolled to its end. */
export function LogList({ rows, list, copiedText }: LogListProps) {
  const isAtEnd = useRef(true);
  const handleScroll = () => {
    const element = list.current;
    if (element === null) return;
    isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < endTolerance;
  };
  const handleCopy = (event: ClipboardEvent) => {
    const text = copiedText();
    if (text === '') return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: more rows, or others, have another end
  useLayoutEffect(() => {
    if (isAtEnd.current) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [rows, list]);

  return (
    // Not announced as it grows: a filter that is cleared adds two thousand entries.
    <div
      className={styles.list}
      ref={list}
      role="log"
      aria-live="off"
      aria-label={t('Events')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is longer than its box, and the keyboard scrolls it
      tabIndex={0}
      onScroll={handleScroll}
      onCopy={handleCopy}
    >
      {blocksOf(rows).map((block) => (
        <Block key={blockOf(block[0])} rows={block} />
      ))}
    </div>
  );
}

/** Rows in a block. A new row draws its own block anew, and not the thousands before it. */
const blockLength = 100;

const blockOf = (row: LogRow | undefined) => Math.floor((row?.key ?? 0) / blockLength);

/** A row is in the same block for as long as it is kept, whatever goes before it and whatever is filtered. */
function blocksOf(rows: readonly LogRow[]): readonly (readonly LogRow[])[] {
  const blocks: LogRow[][] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (last !== undefined && blockOf(last[0]) === blockOf(row)) last.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

const Block = memo(
  function Block({ rows }: { readonly rows: readonly LogRow[] }) {
    return (
      <div>
        {rows.map(({ key, at, text }) => (
          <div key={key} className={styles.entry} data-log-row={key}>
            <time dateTime={new Date(at).toISOString()}>{logTime(at)}</time>
            <span>{text}</span>
          </div>
        ))}
      </div>
    );
  },
  (before, { rows }) => rows.length === before.rows.length && rows.every((row, index) => row === before.rows[index]),
);
