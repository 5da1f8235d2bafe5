import type { RemoteEntry } from '#contract/files/files.ts';
import { t } from '#contract/language/language.ts';
import { Button } from '../ui/button.tsx';
import { MenuButton } from '../ui/menus/menu-button.tsx';
import type { MenuEntry } from '../ui/menus/menu-items.tsx';
import type { FileActions } from './file-actions.ts';
import styles from './files-panel.module.css';

interface FilesToolbarProps {
  /** There is a folder to put files into. */
  readonly canUpload: boolean;
  readonly selected: readonly RemoteEntry[];
  readonly actions: Pick<FileActions, 'upload' | 'download'>;
  readonly more: readonly MenuEntry[];
}

export function FilesToolbar({ canUpload, selected, actions, more }: FilesToolbarProps) {
  const isDisabled = !canUpload;
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('Files')}>
      <MenuButton
        label={t('Upload')}
        entries={[
          { label: t('Files…'), isDisabled, onAction: () => actions.upload('files') },
          { label: t('Folder…'), isDisabled, onAction: () => actions.upload('folder') },
        ]}
      />
      <Button isDisabled={selected.length === 0} onPress={() => actions.download(selected)}>
        {t('Download…')}
      </Button>
      <MenuButton label={t('More')} entries={more} />
    </div>
  );
}
