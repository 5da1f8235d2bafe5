import { useId, useState } from 'react';
import type { Forward } from '#contract/forwards/forward.ts';
import { puttyText } from '#contract/forwards/forward-notation.ts';
import { t } from '#contract/language/language.ts';
import { ForwardForm } from '../../tunnels/forward-form.tsx';
import { Button } from '../../ui/button.tsx';
import message from '../../ui/fields/field-message.module.css';
import hidden from '../../ui/hidden.module.css';
import { ListBox } from '../../ui/lists/list-box.tsx';
import styles from './forwards-editor.module.css';

interface ForwardsEditorProps {
  readonly label: string;
  readonly forwards: readonly Forward[];
  readonly onChange: (forwards: readonly Forward[]) => void;
  readonly error: string | null;
  readonly help?: string;
  readonly 'data-setting'?: string;
}

/** PuTTY's list of forwarded ports, and the fields that add to it. */
export function ForwardsEditor({ label, forwards, onChange, error, help, ...props }: ForwardsEditorProps) {
  const id = useId();
  const [selected, setSelected] = useState<string | null>(null);
  const isThere = forwards.some((forward) => puttyText(forward) === selected);
  const remove = () => {
    const index = forwards.findIndex((forward) => puttyText(forward) === selected);
    const left = forwards.filter((_, at) => at !== index);
    onChange(left);
    // The one that takes its place, so that several can be removed one after the other.
    const next = left[Math.min(index, left.length - 1)];
    setSelected(next === undefined ? null : puttyText(next));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the panel's group box is the fieldset; this only names what is in it
    <div {...props} role="group" aria-label={label} aria-describedby={id} className={styles.editor}>
      <div className={styles.head}>
        <span>{label}:</span>
        <Button isDisabled={!isThere} onPress={remove}>
          {t('Remove')}
        </Button>
      </div>
      <div className={styles.list}>
        <ListBox
          label={label}
          items={forwards.map(puttyText).map((text) => ({ id: text, label: text }))}
          selected={isThere ? selected : null}
          onSelect={setSelected}
          onAction={() => undefined}
        />
      </div>
      <div id={id} className={message.message} aria-live="polite">
        <span className={message.error}>{error}</span>
        <span className={hidden.hidden}> {help}</span>
      </div>
      <span>{t('Add new forwarded port:')}</span>
      <ForwardForm forwards={forwards} onAdd={(forward) => onChange([...forwards, forward])} />
    </div>
  );
}
