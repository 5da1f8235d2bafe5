import { t } from '#contract/language/language.ts';
import { AccessKeyLabel } from '../../ui/access-keys.tsx';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menus/menu-button.tsx';
import type { MenuEntry } from '../../ui/menus/menu-items.tsx';

interface StoredSessionButtonsProps {
  /** Saving is all that a session which runs offers. */
  readonly mode: 'new' | 'change';
  readonly canLoad: boolean;
  readonly canDelete: boolean;
  readonly onLoad: () => void;
  readonly onSave: () => void;
  readonly onDelete: () => void;
  readonly more: readonly MenuEntry[];
}

/** Beside the list, in PuTTY's order and with PuTTY's access keys. */
export function StoredSessionButtons(props: StoredSessionButtonsProps) {
  const save = (
    <Button onPress={props.onSave} data-access-key="v">
      <AccessKeyLabel text={t('Save')} letter="v" />
    </Button>
  );
  if (props.mode === 'change') return save;
  return (
    <>
      <Button isDisabled={!props.canLoad} onPress={props.onLoad} data-access-key="l">
        <AccessKeyLabel text={t('Load')} letter="l" />
      </Button>
      {save}
      <Button isDisabled={!props.canDelete} onPress={props.onDelete} data-access-key="d">
        <AccessKeyLabel text={t('Delete')} letter="d" />
      </Button>
      <MenuButton label={t('More')} entries={props.more} />
    </>
  );
}
