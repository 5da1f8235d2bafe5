import { t } from '#contract/language/language.ts';
import { Button } from '../../ui/button.tsx';
import styles from './clipboard-request.module.css';
import type { ClipboardWrite } from './clipboard-writes.ts';

interface ClipboardRequestProps {
  readonly write: ClipboardWrite;
  readonly onAnswer: (answer: 'copy' | 'always' | 'never') => void;
}

/** Characters of the text that are shown. */
const shownLength = 120;

/** A program's wish to write to the clipboard. It takes no keys: what is being typed stays for the terminal. */
export function ClipboardRequest({ write, onAnswer }: ClipboardRequestProps) {
  return (
    <section className={styles.bar} aria-label={t('Clipboard')}>
      <div role="status" className={styles.words}>
        <span>{t('A program wants to write to the clipboard:')} </span>
        <q className={styles.text}>{previewOf(write.text)}</q>
        <span> {t(write.text.length === 1 ? '(one character)' : '({n} characters)', { n: write.text.length })}</span>
      </div>
      <Button onPress={() => onAnswer('copy')}>{t('Copy')}</Button>
      <Button onPress={() => onAnswer('always')}>{t('Always')}</Button>
      <Button onPress={() => onAnswer('never')}>{t('Never')}</Button>
    </section>
  );
}

/** One line without anything that could hide or turn round what stands there. */
export function previewOf(text: string): string {
  const plain = text.slice(0, 4 * shownLength).replace(/[\p{C}\p{Z}]+/gu, ' ');
  return plain.length > shownLength ? `${plain.slice(0, shownLength)}…` : plain;
}
