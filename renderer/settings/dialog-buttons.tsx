import { t } from '#contract/language/language.ts';
import { AccessKeyLabel } from '../ui/access-keys.tsx';
import { Button } from '../ui/button.tsx';
import styles from './dialog-buttons.module.css';

interface DialogButtonsProps {
  readonly mode: 'new' | 'change';
  readonly onImport: () => void;
  readonly onExport: () => void;
  readonly onAbout: () => void;
  readonly onCancel: () => void;
}

/**
 * The bar at the bottom: About, imports and exports where there is a list of saved sessions, then Open or Apply, which
 * submits the form, and Cancel.
 */
export function DialogButtons({ mode, onImport, onExport, onAbout, onCancel }: DialogButtonsProps) {
  return (
    <div className={styles.buttons}>
      <Button onPress={onAbout} data-access-key="a">
        <AccessKeyLabel text={t('About')} letter="a" />
      </Button>
      {mode === 'new' ? (
        <>
          <Button onPress={onImport}>{t('Import…')}</Button>
          <Button onPress={onExport}>{t('Export…')}</Button>
        </>
      ) : null}
      <span className={styles.space} />
      <Button type="submit" variant="primary" data-access-key={mode === 'new' ? 'o' : 'p'}>
        {mode === 'new' ? (
          <AccessKeyLabel text={t('Open')} letter="o" />
        ) : (
          <AccessKeyLabel text={t('Apply')} letter="p" />
        )}
      </Button>
      <Button onPress={onCancel} data-access-key="c">
        <AccessKeyLabel text={t('Cancel')} letter="c" />
      </Button>
    </div>
  );
}
