import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { Bridge, LogFormat } from '#contract/channels/channels.ts';
import { t } from '#contract/language/language.ts';
import { textLine } from '#contract/session/log-lines.ts';
import type { SessionId } from '#contract/session/session.ts';
import { Button } from '../ui/button.tsx';
import { DialogPane, failureMessage, type PaneMessage } from '../ui/dialogs/dialog-pane.tsx';
import { Modal } from '../ui/dialogs/modal.tsx';
import { SearchBox } from '../ui/fields/search-box.tsx';
import styles from './event-log.module.css';
import { ExportButton } from './export-button.tsx';
import { LogList } from './log-list.tsx';
import { selectedKeys } from './selected-rows.ts';
import { filterRows, type LogRow, useLog } from './use-log.ts';

interface EventLogDialogProps {
  readonly bridge: Bridge;
  readonly id: SessionId;
  readonly name: string;
  readonly onClose: () => void;
}

/** PuTTY's Event Log: what happened to a session, with times, growing while it is looked at. */
export function EventLogDialog({ bridge, id, name, onClose }: EventLogDialogProps) {
  const rows = useLog(bridge, id);
  const [query, setQuery] = useState('');
  const [outcome, setOutcome] = useState<PaneMessage | null>(null);
  const list = useRef<HTMLDivElement>(null);
  // Typing stays quick while the list is drawn anew.
  const filter = useDeferredValue(query);
  const shown = useMemo(() => filterRows(rows, filter), [rows, filter]);

  const selected = (): readonly LogRow[] => {
    const keys = selectedKeys(list.current);
    return shown.filter(({ key }) => keys.has(key));
  };
  const copy = () => {
    const some = selected();
    const copied = some.length > 0 ? some : shown;
    bridge.command('clipboard.write', { to: 'clipboard', text: linesOf(copied) });
    setOutcome({ text: t('Copied {events}.', { events: eventCount(copied.length) }), isFailure: false });
  };
  const exportAs = async (format: LogFormat) => {
    setOutcome(null);
    const result = await bridge.request('session.export-log', { id, format });
    if (!result.ok) {
      setOutcome(failureMessage(result.failure));
    } else if (result.value !== null) {
      const { entries, path } = result.value;
      setOutcome({ text: t('Saved {events} to {path}.', { events: eventCount(entries), path }), isFailure: false });
    }
  };

  return (
    <Modal title={t('Event Log: {name}', { name })} size="large" onClose={onClose}>
      <DialogPane
        message={outcome}
        buttons={
          <>
            <Button onPress={copy}>{t('Copy')}</Button>
            <ExportButton onExport={(format) => void exportAs(format)} />
            <Button variant="primary" autoFocus onPress={onClose}>
              {t('Close')}
            </Button>
          </>
        }
      >
        <div className={styles.filter}>
          <SearchBox label={t('Filter')} value={query} onChange={setQuery} onKeyDown={() => undefined} />
          <span className={styles.count}>
            {shown.length === rows.length
              ? eventCount(rows.length)
              : t('{shown} of {events}', { shown: shown.length, events: eventCount(rows.length) })}
          </span>
        </div>
        <LogList rows={shown} list={list} copiedText={() => linesOf(selected())} />
      </DialogPane>
    </Modal>
  );
}

const linesOf = (rows: readonly LogRow[]) => rows.map(textLine).join('\n');

const eventCount = (count: number) => t(count === 1 ? '1 event' : '{n} events', { n: count });
