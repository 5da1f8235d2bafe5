import type { ReactNode } from 'react';
import { settingsTable } from '#contract/settings-table.ts';
import { GroupBox } from '../ui/group-box.tsx';
import { DestinationFields } from './destination-fields.tsx';
import styles from './panel-view.module.css';
import type { Panel } from './panels.ts';
import { SettingField, type SettingFieldProps } from './setting-field.tsx';

interface PanelViewProps extends Omit<SettingFieldProps, 'name'> {
  readonly panel: Panel;
  /** The box of stored sessions, for the panel that has it: it follows the destination. */
  readonly savedSessions: ReactNode;
}

/** One panel: its title, and its group boxes from the settings table. */
export function PanelView({ panel, savedSessions, ...fieldProps }: PanelViewProps) {
  return (
    <>
      <h2 className={styles.title}>{panel.title}</h2>
      {panel.groups.map((group) =>
        group.title === settingsTable.hostName.group ? (
          <div key={group.title} className={styles.destination}>
            <DestinationFields form={fieldProps.form} onChange={fieldProps.onChange} />
            {savedSessions}
          </div>
        ) : (
          <GroupBox key={group.title} title={group.title}>
            {group.keys.map((key) => (
              <SettingField key={key} name={key} {...fieldProps} />
            ))}
          </GroupBox>
        ),
      )}
    </>
  );
}
