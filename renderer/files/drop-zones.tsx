import { FolderInput, FolderUp, HardDriveDownload, type LucideIcon } from 'lucide-react';
import { DropZone } from 'react-aria-components';
import { t } from '#contract/language/language.ts';
import styles from './drop-zones.module.css';
import { remoteFiles } from './use-entry-drag.tsx';

interface DropZonesProps {
  readonly onDownload: (to: 'downloads' | 'chosen') => void;
  /** Null where there is no folder above. */
  readonly onMoveUp: (() => void) | null;
}

/**
 * Where files that are dragged in the panel can go. Another program takes only what lies on this computer already: on
 * Linux Chromium offers it nothing that would be fetched first, so they are dropped here instead.
 */
export function DropZones({ onDownload, onMoveUp }: DropZonesProps) {
  return (
    <div className={styles.zones}>
      <Zone icon={HardDriveDownload} label={t('Save in Downloads')} onDrop={() => onDownload('downloads')} />
      <Zone icon={FolderInput} label={t('Save Elsewhere…')} onDrop={() => onDownload('chosen')} />
      {onMoveUp === null ? null : <Zone icon={FolderUp} label={t('Move to Folder Above…')} onDrop={onMoveUp} />}
    </div>
  );
}

interface ZoneProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onDrop: () => void;
}

const Zone = ({ icon: Icon, label, onDrop }: ZoneProps) => (
  <DropZone
    aria-label={label}
    className={styles.zone ?? ''}
    getDropOperation={(types) => (types.has(remoteFiles) ? 'copy' : 'cancel')}
    onDrop={onDrop}
  >
    <Icon aria-hidden className={styles.icon} />
    <span>{label}</span>
  </DropZone>
);
