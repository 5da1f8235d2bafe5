import { t } from '#contract/language/language.ts';
import { ConfirmDialog } from '../../ui/dialogs/confirm-dialog.tsx';
import styles from './paste-dialog.module.css';
import { pasteLines } from './paste-text.ts';

/** Lines of a paste that are shown; the rest is counted. Of each line, more characters than a box can show. */
const shownLines = 10;
const shownCharacters = 2000;

interface PasteDialogProps {
  /** Cleaned already. */
  readonly text: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Shows what a paste would send to the host, because each line end in it acts as Enter. */
export function PasteDialog({ text, onConfirm, onCancel }: PasteDialogProps) {
  const lines = pasteLines(text);
  const hidden = lines.length - shownLines;
  return (
    <ConfirmDialog
      title={t(lines.length === 1 ? 'Paste a line with its line end?' : 'Paste {n} lines?', { n: lines.length })}
      confirmLabel={t('Paste')}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      {t('Each line end is sent as Enter, which may run what stands before it.')}
      {/* Focusable, so that the keyboard can scroll it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a line may be longer than the box */}
      <pre className={styles.text} tabIndex={0}>
        {lines
          .slice(0, shownLines)
          .map((line) => line.slice(0, shownCharacters))
          .join('\n')}
      </pre>
      {hidden > 0 ? (
        <span className={styles.more}>{t(hidden === 1 ? 'and 1 more line' : 'and {n} more lines', { n: hidden })}</span>
      ) : null}
    </ConfirmDialog>
  );
}
