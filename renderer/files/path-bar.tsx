import { ArrowUp, RefreshCw, X } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { t } from '#contract/language/language.ts';
import { Button } from '../ui/button.tsx';
import styles from './files-panel.module.css';

interface PathBarProps {
  /** Null before a folder was read. */
  readonly path: string | null;
  /** As it was typed. */
  readonly onGo: (path: string) => void;
  readonly onUp: () => void;
  readonly onRefresh: () => void;
  readonly onClose: () => void;
}

/** Where the list is, and ways to go elsewhere. */
export function PathBar({ path, onGo, onUp, onRefresh, onClose }: PathBarProps) {
  const [text, setText] = useState(path ?? '');
  useEffect(() => setText(path ?? ''), [path]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = text.trim();
    if (wanted !== '') onGo(wanted);
  };
  return (
    <form className={styles.path} onSubmit={submit}>
      <Button variant="quiet" aria-label={t('Up')} isDisabled={path === null || path === '/'} onPress={onUp}>
        <ArrowUp aria-hidden />
      </Button>
      <Button variant="quiet" aria-label={t('Refresh')} onPress={onRefresh}>
        <RefreshCw aria-hidden />
      </Button>
      <input
        className={styles.field}
        aria-label={t('Folder')}
        value={text}
        maxLength={4096}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setText(path ?? '');
        }}
      />
      <Button variant="quiet" aria-label={t('Close files')} onPress={onClose}>
        <X aria-hidden />
      </Button>
    </form>
  );
}
