import { useMemo } from 'react';
import type { SavedSessions } from '#contract/channels/channels.ts';
import { t } from '#contract/language/language.ts';
import type { SshConfigActions } from '../settings/sessions/ssh-config-actions.ts';
import { type RecentsSource, useRecents } from '../settings/sessions/use-recents.ts';
import { useSshConfig } from '../settings/sessions/use-ssh-config.ts';
import { Button } from '../ui/button.tsx';
import { type Place, placesFor } from './destinations.ts';
import styles from './pick-dialog.module.css';
import { PickDialog } from './pick-dialog.tsx';

interface QuickConnectProps {
  readonly saved: SavedSessions;
  readonly recents: RecentsSource;
  readonly sshConfig: SshConfigActions;
  readonly onPick: (place: Place) => void;
  readonly onClear: () => void;
  readonly onClose: () => void;
}

/** Connects to what is typed, with suggestions. */
export function QuickConnect({ saved, recents, sshConfig, onPick, onClear, onClose }: QuickConnectProps) {
  const { typed: history } = useRecents(recents);
  const [config] = useSshConfig(sshConfig);
  const find = useMemo(
    () => (typed: string) => placesFor(typed, saved, history, config.hosts),
    [saved, history, config],
  );
  return (
    <PickDialog
      title={t('Quick Connect')}
      placeholder={t('user@host:port, or the name of a saved session')}
      find={find}
      onPick={onPick}
      onClose={onClose}
      nothing={t('That is not a host name, and no saved session is called that.')}
      footer={
        history.length === 0 ? null : (
          <div className={styles.footer}>
            <Button onPress={onClear}>{t('Clear History')}</Button>
          </div>
        )
      }
    />
  );
}
