import { useEffect, useState } from 'react';
import { t } from '#contract/language/language.ts';
import type { ImportFrom, ImportSource } from '#contract/saved/import.ts';
import { Button } from '../ui/button.tsx';
import { DialogPane, type PaneMessage } from '../ui/dialogs/dialog-pane.tsx';
import styles from './import.module.css';
import type { ImportActions } from './import-actions.ts';
import { sourceWords } from './import-words.ts';

interface ImportSourcesProps {
  readonly actions: ImportActions;
  /** What is done at this time, or why it could not be. */
  readonly message: PaneMessage | null;
  readonly onRead: (from: ImportFrom) => void;
  readonly onClose: () => void;
}

/** What was found on this computer, and a file of the user's choice. */
export function ImportSources({ actions, message, onRead, onClose }: ImportSourcesProps) {
  const sources = useSources(actions);
  return (
    <DialogPane message={message} buttons={<Button onPress={onClose}>{t('Cancel')}</Button>}>
      <div className={styles.sources}>
        <h2 className={styles.heading}>{t('Found on this computer')}</h2>
        {sources === null ? <p className={styles.muted}>{t('Looking for sessions of PuTTY and Tera Term…')}</p> : null}
        {sources?.length === 0 ? (
          <p className={styles.muted}>
            {t('There are no sessions of PuTTY or Tera Term where these programs keep them.')}
          </p>
        ) : null}
        <ul className={styles.found}>
          {(sources ?? []).map((source) => (
            <li key={source.id} className={styles.source}>
              <div className={styles.facts}>
                <strong>{sourceWords(source)}</strong>
                <div className={styles.muted}>{source.place}</div>
              </div>
              <Button
                aria-label={t('Show the sessions in {place}', { place: source.place })}
                onPress={() => onRead({ kind: 'found', id: source.id })}
              >
                {t('Show…')}
              </Button>
            </li>
          ))}
        </ul>
        <h2 className={styles.heading}>{t('From a file')}</h2>
        <p className={styles.muted}>
          {t(
            'A .reg file or a session file of PuTTY, its sshhostkeys, a TERATERM.INI, a known_hosts file, or an export of Holdfast.',
          )}
        </p>
        <Button autoFocus onPress={() => onRead({ kind: 'file' })}>
          {t('Choose File…')}
        </Button>
      </div>
    </DialogPane>
  );
}

/** Null while they are looked for. */
function useSources(actions: ImportActions): readonly ImportSource[] | null {
  const [sources, setSources] = useState<readonly ImportSource[] | null>(null);
  useEffect(() => {
    let isShown = true;
    void actions.sources().then((result) => {
      if (isShown) setSources(result.ok ? result.value : []);
    });
    return () => {
      isShown = false;
    };
  }, [actions]);
  return sources;
}
