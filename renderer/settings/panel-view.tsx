import { Fragment, type ReactNode } from 'react';
import { t } from '#contract/language/language.ts';
import type { Category } from '#contract/settings/definition.ts';
import { type SettingKey, settingOf, settingsTable } from '#contract/settings/settings-table.ts';
import { GroupBox } from '../ui/fields/group-box.tsx';
import { DestinationFields } from './fields/destination-fields.tsx';
import { namesElsewhere } from './fields/help-text.ts';
import { type Inheritance, InheritedNote } from './fields/inherited-note.tsx';
import { SettingField, type SettingFieldProps } from './fields/setting-field.tsx';
import styles from './panel-view.module.css';
import type { Group, Panel } from './panels.ts';

interface PanelViewProps extends Omit<SettingFieldProps, 'name'> {
  readonly panel: Panel;
  /** What the folders of the session give to its settings. */
  readonly inherited: Partial<Record<SettingKey, Inheritance>>;
  /** The box of stored sessions, for the Session panel: it follows the destination. */
  readonly savedSessions: ReactNode;
  /** What is known of the path: it follows "Choose for me". */
  readonly pathFacts: ReactNode;
  /** What is saved to log in with, at the end of the Auth panel. */
  readonly savedSecrets: ReactNode;
  /** What the agent holds: it follows "Agent socket". */
  readonly agentKeys: ReactNode;
}

/** What keeps a session alive has its names elsewhere in sight: who read about ServerAliveInterval looks for that word. */
const namesBeside: ReadonlySet<Category> = new Set(['Connection', 'Connection/Alive checks']);

/** One panel: its title, and its group boxes from the settings table. */
export function PanelView({
  panel,
  inherited,
  savedSessions,
  pathFacts,
  agentKeys,
  savedSecrets,
  ...fieldProps
}: PanelViewProps) {
  return (
    <>
      <h2 className={styles.title}>{t(panel.title)}</h2>
      {panel.groups.length === 0 ? (
        <p className={styles.nothing}>{t('The settings are in the panels under it.')}</p>
      ) : null}
      {panel.groups.some(isDestination) ? (
        <>
          <DestinationFields form={fieldProps.form} onChange={fieldProps.onChange} />
          {panel.groups
            .filter(isDestination)
            .flatMap(({ keys }) =>
              keys.map((key) => (
                <InheritedNote key={key} name={key} inheritance={inherited[key]} onInherit={fieldProps.onChange} />
              )),
            )}
        </>
      ) : null}
      {panel.category === 'Session' ? savedSessions : null}
      {panel.groups
        .filter((group) => !isDestination(group))
        .map((group) => (
          <GroupBox key={group.title} title={t(group.title)}>
            {group.keys.map((key) => (
              <Fragment key={key}>
                <SettingField name={key} {...fieldProps} />
                <InheritedNote name={key} inheritance={inherited[key]} onInherit={fieldProps.onChange} />
                {namesBeside.has(panel.category) ? <NamesElsewhere name={key} /> : null}
                {key === 'keepaliveChooseForMe' ? pathFacts : null}
                {key === 'agentSocket' ? agentKeys : null}
              </Fragment>
            ))}
          </GroupBox>
        ))}
      {panel.category === 'Connection/SSH/Auth' ? savedSecrets : null}
    </>
  );
}

/** Host name and port have a layout of their own. */
const isDestination = ({ title }: Group) => title === settingsTable.hostName.group;

function NamesElsewhere({ name }: { readonly name: SettingKey }) {
  const names = namesElsewhere(name);
  const side = settingOf(name).type === 'toggle' ? styles.underToggle : styles.underField;
  return names.length === 0 ? null : <p className={`${styles.names} ${side}`}>{names.join(' · ')}</p>;
}
