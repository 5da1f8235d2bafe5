import { AccessKeyLabel } from '../ui/access-keys.tsx';
import { Button } from '../ui/button.tsx';
import styles from './dialog-buttons.module.css';

interface DialogButtonsProps {
  readonly mode: 'new' | 'change';
  readonly onAbout: () => void;
  readonly onCancel: () => void;
}

/** The bar at the bottom: About, then Open or Apply, which submits the form, and Cancel. */
export function DialogButtons({ mode, onAbout, onCancel }: DialogButtonsProps) {
  return (
    <div className={styles.buttons}>
      <Button onPress={onAbout} data-access-key="a">
        <AccessKeyLabel text="About" letter="a" />
      </Button>
      <span className={styles.space} />
      <Button type="submit" variant="primary" data-access-key={mode === 'new' ? 'o' : 'p'}>
        {mode === 'new' ? <AccessKeyLabel text="Open" letter="o" /> : <AccessKeyLabel text="Apply" letter="p" />}
      </Button>
      <Button onPress={onCancel} data-access-key="c">
        <AccessKeyLabel text="Cancel" letter="c" />
      </Button>
    </div>
  );
}
