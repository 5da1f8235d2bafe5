import { t } from '#contract/language/language.ts';
import { Button } from '../ui/button.tsx';
import styles from './no-shell-panel.module.css';

/** Over the terminal of a session in which nothing runs: why it stays empty, and what the session is there for. */
export function NoShellPanel({ onShowTunnels }: { readonly onShowTunnels: () => void }) {
  return (
    <section className={styles.panel} aria-label={t('No shell')}>
      <div className={styles.words}>{t('No shell: this session is logged in for its tunnels only.')}</div>
      <Button onPress={onShowTunnels}>{t('Tunnels…')}</Button>
    </section>
  );
}
