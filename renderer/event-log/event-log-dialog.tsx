import { useEffect, useRef, useState } from 'react';
import type { Bridge } from '#contract/channels.ts';
import type { LogEntry, SessionId } from '#contract/session.ts';
import { Button } from '../ui/button.tsx';
import { Modal, ModalButtons } from '../ui/modal.tsx';
import styles from './event-log.module.css';
import { entryLine, timeWords } from './log-words.ts';

interface EventLogDialogProps {
  readonly bridge: Bridge;
  readonly id: SessionId;
  readonly name: string;
  readonly onClose: () => void;
}

/** PuTTY's Event Log: what happened to a session, with times, growing while it is looked at. */
export function EventLogDialog({ bridge, id, name, onClose }: EventLogDialogProps) {
  const entries = useLog(bridge, id);
  const list = useRef<HTMLDivElement>(null);
  const copy = () => bridge.command('clipboard.write', { to: 'clipboard', text: entries.map(entryLine).join('\n') });

  const count = entries.length;
  useEffect(() => {
    if (count > 0) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [count]);

  return (
    <Modal title={`Event Log: ${name}`} size="large" onClose={onClose}>
      <div className={styles.log}>
        {/* Focusable, so that the keyboard can scroll it. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is longer than its box */}
        <div className={styles.list} ref={list} role="log" aria-label="Events" tabIndex={0}>
          {entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added at the end
            <div className={styles.entry} key={index}>
              <time dateTime={new Date(entry.at).toISOString()}>{timeWords(entry.at)}</time>
              <span>{entry.text}</span>
            </div>
          ))}
        </div>
        <ModalButtons>
          <Button onPress={copy}>Copy</Button>
          <Button variant="primary" autoFocus onPress={onClose}>
            Close
          </Button>
        </ModalButtons>
      </div>
    </Modal>
  );
}

/** The entries so far, and those that come. */
function useLog(bridge: Bridge, id: SessionId): readonly LogEntry[] {
  const [entries, setEntries] = useState<readonly LogEntry[]>([]);
  useEffect(() => {
    // Entries that come before the list does are in the list as well.
    let listed = false;
    const stop = bridge.on('session.logged', (logged) => {
      if (listed && logged.id === id) setEntries((before) => [...before, logged.entry]);
    });
    let shown = true;
    void bridge.request('session.log', { id }).then((result) => {
      if (!shown || !result.ok) return;
      listed = true;
      setEntries(result.value);
    });
    return () => {
      shown = false;
      stop();
    };
  }, [bridge, id]);
  return entries;
}
