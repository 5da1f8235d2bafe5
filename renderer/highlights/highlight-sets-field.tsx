import { useStore } from 'zustand';
import { builtInHighlightSets } from '#contract/highlights/built-in-highlights.ts';
import { t } from '#contract/language/language.ts';
import { highlightColoursOf } from '../terminal/rules/highlight-colours.ts';
import { maxSetHighlights, ofSets } from '../terminal/rules/highlights.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/fields/checkbox.tsx';
import styles from './highlight-sets-field.module.css';
import type { HighlightLibrary } from './library.ts';

interface HighlightSetsFieldProps {
  readonly label: string;
  readonly help: string;
  /** Ids of the sets that are switched on. */
  readonly value: readonly string[];
  readonly library: HighlightLibrary;
  readonly onChange: (ids: readonly string[]) => void;
  readonly onEdit: () => void;
  readonly 'data-setting'?: string;
}

/** All sets with a tick for each that is switched on, and the way to change what is in them. */
export function HighlightSetsField(props: HighlightSetsFieldProps) {
  const { label, help, value, library, onChange, onEdit, ...attributes } = props;
  const own = useStore(library.store);
  const sets = [...own, ...builtInHighlightSets()];
  const isTooMuch = ofSets(own, value).length > maxSetHighlights;
  /** In the order of the sets, so that the same ticks are the same value. One that is not here now stays. */
  const tick = (id: string, isOn: boolean) => {
    const ticked = new Set(isOn ? [...value, id] : value.filter((other) => other !== id));
    const here = sets.map((set) => set.id);
    onChange([...here.filter((one) => ticked.has(one)), ...value.filter((one) => !here.includes(one))]);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the panel's group box is the fieldset; this only names what is in it
    <div {...attributes} role="group" aria-label={label} className={styles.field}>
      <div className={styles.sets}>
        {sets.map(({ id, name, highlights }) => (
          <div key={id} className={styles.set}>
            <Checkbox label={name} help={help} isSelected={value.includes(id)} onChange={(isOn) => tick(id, isOn)} />
            <span className={styles.swatches} aria-hidden>
              {[...new Set(highlights.map(({ colour }) => colour))].map((colour) => (
                <span key={colour} className={styles.swatch} style={{ background: highlightColoursOf[colour][0] }} />
              ))}
            </span>
          </div>
        ))}
      </div>
      <div className={styles.foot}>
        <span className={styles.note} aria-live="polite">
          {isTooMuch
            ? t('These sets have more than {max} patterns together: only the first ones are looked for.', {
                max: maxSetHighlights,
              })
            : null}
        </span>
        <Button onPress={onEdit}>{t('Edit Sets…')}</Button>
      </div>
    </div>
  );
}
