import { useId, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Result } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { type NamedPalette, type Palette, type PaletteEntry, paletteEntries } from '#contract/settings/palette.ts';
import { type ColourChoice, coloursOf } from '../../colours/schemes.ts';
import { Button } from '../../ui/button.tsx';
import { ColourPicker } from '../../ui/fields/colour-picker.tsx';
import { Select } from '../../ui/fields/select.tsx';
import hidden from '../../ui/hidden.module.css';
import { whenChosen } from '../../ui/selection.ts';
import styles from './palette-editor.module.css';

/** Asks the user for a file with colours; null if none was chosen. */
export type ImportColours = () => Promise<Result<readonly NamedPalette[] | null>>;

interface PaletteEditorProps {
  readonly label: string;
  readonly help: string;
  /** The scheme under the palette, and the palette itself. */
  readonly choice: ColourChoice;
  readonly onChange: (palette: Palette) => void;
  readonly importColours: ImportColours;
  readonly 'data-setting'?: string;
}

/** PuTTY's list of colours, each to be adjusted; those that were set have a mark, and the others follow the scheme. */
export function PaletteEditor({ label, help, choice, onChange, importColours, ...props }: PaletteEditorProps) {
  const helpId = useId();
  const [chosen, setChosen] = useState<PaletteEntry>('foreground');
  const [imported, setImported] = useState<readonly NamedPalette[]>([]);
  const [importedName, setImportedName] = useState('0');
  const [problem, setProblem] = useState<string | null>(null);
  const { palette } = choice;
  const shown = coloursOf(choice, window.matchMedia('(prefers-color-scheme: dark)').matches).palette;

  const set = (colour: string) => onChange(inOrder({ ...palette, [chosen]: colour }));
  const takeBack = () => onChange(inOrder({ ...palette, [chosen]: undefined }));
  const takeOver = (schemes: readonly NamedPalette[], index: string) => {
    setImportedName(index);
    onChange(schemes[Number(index)]?.palette ?? {});
  };
  const importFile = async () => {
    const result = await importColours();
    if (!result.ok) return setProblem([result.failure.message, result.failure.hint].join(' ').trim());
    setProblem(null);
    if (result.value === null) return;
    setImported(result.value);
    takeOver(result.value, '0');
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: the panel's group box is the fieldset; this only names what is in it
    <div {...props} role="group" aria-label={label} aria-describedby={helpId} className={styles.editor}>
      <span className={styles.label}>{label}</span>
      <span id={helpId} className={hidden.hidden}>
        {help}
      </span>
      <ListBox
        aria-label={label}
        className={styles.list ?? ''}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        escapeKeyBehavior="none"
        selectedKeys={[chosen]}
        onSelectionChange={whenChosen((id) => setChosen(id as PaletteEntry))}
      >
        {paletteEntries.map((entry) => (
          <ListBoxItem key={entry.name} id={entry.name} textValue={t(entry.label)} className={styles.item ?? ''}>
            <span className={styles.swatch} style={{ background: shown[entry.name] }} />
            {t(entry.label)}
            {palette[entry.name] === undefined ? null : <span className={styles.own}>{t('set')}</span>}
          </ListBoxItem>
        ))}
      </ListBox>
      <ColourPicker label={labelOf(chosen)} colour={shown[chosen]} onChange={set} />
      {imported.length < 2 ? null : (
        <div className={styles.wide}>
          <Select
            label={t('Scheme of the file')}
            options={imported.map(({ name }, index) => ({ value: String(index), label: name }))}
            value={importedName}
            onChange={(index) => takeOver(imported, index)}
          />
        </div>
      )}
      <div className={styles.buttons}>
        <Button onPress={() => void importFile()}>{t('Import colours…')}</Button>
        <Button isDisabled={palette[chosen] === undefined} onPress={takeBack}>
          {t("Scheme's colour")}
        </Button>
        <Button isDisabled={Object.keys(palette).length === 0} onPress={() => onChange({})}>
          {t('All of the scheme')}
        </Button>
      </div>
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

const labelOf = (entry: PaletteEntry) => t(paletteEntries.find(({ name }) => name === entry)?.label ?? '');

/** Without those that are not set, and in PuTTY's order, as settings keep them. */
const inOrder = (palette: { readonly [E in PaletteEntry]?: string | undefined }): Palette =>
  Object.fromEntries(
    paletteEntries.flatMap(({ name }) => (palette[name] === undefined ? [] : [[name, palette[name]]])),
  );
