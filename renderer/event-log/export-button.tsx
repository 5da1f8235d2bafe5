import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { LogFormat } from '#contract/channels/channels.ts';
import { t } from '#contract/language/language.ts';
import { Button } from '../ui/button.tsx';
import styles from './event-log.module.css';

/** Lets the user choose a format; where to is asked after that. */
export function ExportButton({ onExport }: { readonly onExport: (format: LogFormat) => void }) {
  return (
    <MenuTrigger>
      <Button>{t('Export…')}</Button>
      <Popover placement="top end" className={styles.popover ?? ''}>
        <Menu className={styles.menu ?? ''} aria-label={t('Export all events')}>
          <MenuItem className={styles.item ?? ''} onAction={() => onExport('text')}>
            {t('All events as text…')}
          </MenuItem>
          <MenuItem className={styles.item ?? ''} onAction={() => onExport('json')}>
            {t('All events as JSON lines…')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
