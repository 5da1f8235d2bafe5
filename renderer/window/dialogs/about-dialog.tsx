import type { AppInfo } from '#contract/channels/channels.ts';
import { t } from '#contract/language/language.ts';
import { Button } from '../../ui/button.tsx';
import { Modal, ModalButtons } from '../../ui/dialogs/modal.tsx';
import styles from './about-dialog.module.css';

interface AboutDialogProps {
  readonly info: AppInfo;
  readonly onClose: () => void;
}

/** What this program is, and where it keeps what it saves. */
export function AboutDialog({ info, onClose }: AboutDialogProps) {
  return (
    <Modal title={t('About Holdfast')} onClose={onClose}>
      <p className={styles.text}>
        {t(
          'Holdfast {version}, an SSH terminal that keeps sessions alive. Published under the MIT licence; the licences of the parts that it is built from come with it.',
          { version: info.version },
        )}
      </p>
      <dl className={styles.text}>
        <dt>{t('Saved sessions')}</dt>
        <dd>{info.settingsFile}</dd>
      </dl>
      <ModalButtons>
        <Button variant="primary" autoFocus onPress={onClose}>
          {t('Close')}
        </Button>
      </ModalButtons>
    </Modal>
  );
}
