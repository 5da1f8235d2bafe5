import { t } from '#contract/language/language.ts';
import { settingsTable } from '#contract/settings/settings-table.ts';
import { AccessKeyLabel } from '../../ui/access-keys.tsx';
import { GroupBox } from '../../ui/fields/group-box.tsx';
import { IntegerField } from '../../ui/fields/integer-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import styles from './destination-fields.module.css';
import { helpTextOf } from './help-text.ts';
import type { SettingFieldProps } from './setting-field.tsx';

/** Host name and port, side by side as in PuTTY. */
export function DestinationFields({ form, onChange }: Pick<SettingFieldProps, 'form' | 'onChange'>) {
  const { hostName, portNumber } = settingsTable;
  return (
    <GroupBox title={t(hostName.group)}>
      <div className={styles.destination}>
        <TextField
          label={<AccessKeyLabel text={t(hostName.label)} letter="n" />}
          data-access-key="n"
          layout="cells"
          value={form.draft.hostName}
          onChange={(text) => onChange('hostName', text)}
          error={form.problems.hostName ?? null}
          help={helpTextOf('hostName')}
          autoComplete="off"
          data-setting="hostName"
        />
        <IntegerField
          label={<AccessKeyLabel text={t(portNumber.label)} letter="p" />}
          data-access-key="p"
          layout="cells"
          value={form.draft.portNumber}
          onChange={(text) => onChange('portNumber', text)}
          error={form.problems.portNumber ?? null}
          help={helpTextOf('portNumber')}
          data-setting="portNumber"
        />
      </div>
    </GroupBox>
  );
}
