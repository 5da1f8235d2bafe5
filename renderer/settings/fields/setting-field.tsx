import { assertNever } from '#contract/failure.ts';
import type { Forward } from '#contract/forwards/forward.ts';
import { t } from '#contract/language/language.ts';
import type { ChoiceSetting, Pair } from '#contract/settings/definition.ts';
import { type SettingKey, settingOf } from '#contract/settings/settings-table.ts';
import { terminalModes } from '#contract/settings/terminal-modes.ts';
import type { TextRule } from '#contract/settings/text-rule.ts';
import { HighlightSetsField } from '../../highlights/highlight-sets-field.tsx';
import type { HighlightLibrary } from '../../highlights/library.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/fields/checkbox.tsx';
import { IntegerField } from '../../ui/fields/integer-field.tsx';
import { RadioGroup } from '../../ui/fields/radio-group.tsx';
import { Select } from '../../ui/fields/select.tsx';
import { TextField, type TextFieldProps } from '../../ui/fields/text-field.tsx';
import { ListEditor } from '../../ui/lists/list-editor.tsx';
import { OrderList } from '../../ui/lists/order-list.tsx';
import { PairsEditor } from '../../ui/lists/pairs-editor.tsx';
import type { DraftValue } from '../form/draft.ts';
import type { Form } from '../form/form.ts';
import { ForwardsEditor } from './forwards-editor.tsx';
import { helpTextOf } from './help-text.ts';
import { noteOf } from './notes.ts';
import { orderItems } from './order-items.ts';
import { type ImportColours, PaletteEditor } from './palette-editor.tsx';
import { TextRulesEditor } from './text-rules-editor.tsx';

export interface SettingFieldProps {
  readonly name: SettingKey;
  readonly form: Form;
  readonly onChange: (key: SettingKey, value: DraftValue) => void;
  /** The path that the user chose, or null. */
  readonly chooseKeyFile: () => Promise<string | null>;
  readonly chooseLogFile: () => Promise<string | null>;
  readonly importColours: ImportColours;
  readonly highlights: HighlightLibrary;
  /** The user wants to change what is in the sets. */
  readonly onEditHighlights: () => void;
  /** Names of algorithms that the running program does not have. */
  readonly unavailable: readonly string[];
}

/** Text longer than this, such as a path or a command, gets the whole width under its label. */
const shortTextLength = 255;

/** The control of one setting, made from its row of the settings table. */
export function SettingField(props: SettingFieldProps) {
  const { name, form, onChange, chooseKeyFile, chooseLogFile, importColours, unavailable } = props;
  const setting = settingOf(name);
  const value = form.draft[name];
  const change = (next: DraftValue) => onChange(name, next);
  const common = { label: t(setting.label), help: helpTextOf(name), onChange: change, 'data-setting': name };
  switch (setting.type) {
    case 'text': {
      const choose = setting.control === 'log-file' ? chooseLogFile : chooseKeyFile;
      const browse = () => void choose().then((path) => path === null || change(path));
      const action =
        setting.control !== 'text'
          ? {
              action: (
                <Button aria-label={t('Browse… {name}', { name: t(setting.label) })} onPress={browse}>
                  {t('Browse…')}
                </Button>
              ),
            }
          : {};
      const layout = setting.maxLength > shortTextLength ? 'above' : 'split';
      return <TextField {...common} {...action} {...textProps(name, form)} layout={layout} />;
    }
    case 'integer':
      return <IntegerField {...common} {...textProps(name, form)} />;
    case 'toggle':
      return <Checkbox {...common} isSelected={value === true} />;
    case 'choice':
      return setting.control === 'radio' ? (
        <RadioGroup {...common} hideLabel={isNamedByGroup(name)} options={optionsOf(setting)} value={String(value)} />
      ) : (
        <Select {...common} options={optionsOf(setting)} value={String(value)} />
      );
    case 'pairs':
      return (
        <PairsEditor
          {...common}
          nameLabel={t(setting.nameLabel)}
          valueLabel={t(setting.valueLabel)}
          suggestions={setting.names === 'terminal-modes' ? Object.keys(terminalModes) : []}
          pairs={value as readonly Pair[]}
          error={form.problems[name] ?? null}
        />
      );
    case 'order':
      return <OrderList {...common} items={orderItems(setting, value as readonly string[], unavailable)} />;
    case 'forwards':
      return <ForwardsEditor {...common} forwards={value as readonly Forward[]} error={form.problems[name] ?? null} />;
    case 'list':
      return (
        <ListEditor
          {...common}
          itemLabel={t(setting.itemLabel)}
          items={value as readonly string[]}
          maxItems={setting.maxItems}
          error={form.problems[name] ?? null}
        />
      );
    case 'text-rules':
      return (
        <TextRulesEditor
          {...common}
          rules={value as readonly TextRule[]}
          maxItems={setting.maxItems}
          snippets={form.draft.snippets.map((snippet) => snippet.name).filter((snippet) => snippet !== '')}
          error={form.problems[name] ?? null}
        />
      );
    case 'highlight-sets':
      return (
        <HighlightSetsField
          {...common}
          value={value as readonly string[]}
          library={props.highlights}
          onEdit={props.onEditHighlights}
        />
      );
    case 'palette':
      return <PaletteEditor {...common} choice={form.draft} importColours={importColours} />;
    default:
      return assertNever(setting);
  }
}

const textProps = (name: SettingKey, { draft, problems }: Form): Pick<TextFieldProps, 'value' | 'error' | 'note'> => ({
  value: String(draft[name]),
  error: problems[name] ?? null,
  note: noteOf(name, draft),
});

const optionsOf = ({ choices }: ChoiceSetting) => choices.map(({ value, label }) => ({ value, label: t(label) }));

const isNamedByGroup = (name: SettingKey) => settingOf(name).label === settingOf(name).group;
