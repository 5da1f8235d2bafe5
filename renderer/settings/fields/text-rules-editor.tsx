import { X } from 'lucide-react';
import { useId, useRef } from 'react';
import { Input } from 'react-aria-components';
import { english, t } from '#contract/language/language.ts';
import { type RuleColour, ruleColours, type TextRule } from '#contract/settings/text-rule.ts';
import { readPattern } from '../../terminal/rules/text-pattern.ts';
import { Button } from '../../ui/button.tsx';
import { RowsFoot } from '../../ui/rows-foot.tsx';
import field from '../../ui/text-field.module.css';
import { useRowFocus } from '../../ui/use-row-focus.ts';
import styles from './text-rules-editor.module.css';

interface TextRulesEditorProps {
  readonly label: string;
  readonly rules: readonly TextRule[];
  readonly maxItems: number;
  /** Names of the snippets that there are. */
  readonly snippets: readonly string[];
  readonly onChange: (rules: readonly TextRule[]) => void;
  readonly error: string | null;
  readonly help?: string;
  readonly 'data-setting'?: string;
}

const blank: TextRule = { pattern: '', colour: 'yellow', notify: false, snippet: '' };

/** Rows of a pattern and what to do where it is found. One is always there to type into; rows left empty do not count. */
export function TextRulesEditor(props: TextRulesEditorProps) {
  const { label, rules, maxItems, snippets, onChange, error, help, ...passed } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const focusRow = useRowFocus(list, '[data-pattern]');
  const rows = rules.length === 0 ? [blank] : rules;
  const unread = rows.find(({ pattern }) => pattern !== '' && readPattern(pattern) === null);

  const change = (index: number, part: Partial<TextRule>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  const changeTo = (next: readonly TextRule[], row: number) => {
    focusRow(row);
    onChange(next);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: the panel's group box is the fieldset; this only names the rows in it
    <div {...passed} role="group" aria-label={label} aria-describedby={id} ref={list} className={styles.editor}>
      <div className={styles.row} aria-hidden>
        <span>{t('Pattern')}</span>
        <span>{t('Colour')}</span>
        <span>{t('Notify')}</span>
        <span>{t('Snippet')}</span>
      </div>
      {rows.map((rule, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone
        <div key={index} className={styles.row}>
          <Input
            data-pattern
            aria-label={t('Pattern {n}', { n: index + 1 })}
            aria-invalid={error !== null || rule === unread}
            aria-describedby={id}
            spellCheck={false}
            className={field.input ?? ''}
            value={rule.pattern}
            onChange={(event) => change(index, { pattern: event.target.value })}
          />
          <select
            aria-label={t('Colour {n}', { n: index + 1 })}
            className={styles.select}
            value={rule.colour}
            onChange={(event) => change(index, { colour: event.target.value as RuleColour })}
          >
            {ruleColours.map((colour) => (
              <option key={colour} value={colour}>
                {t(colourNames[colour])}
              </option>
            ))}
          </select>
          <input
            type="checkbox"
            aria-label={t('Notify {n}', { n: index + 1 })}
            checked={rule.notify}
            onChange={(event) => change(index, { notify: event.target.checked })}
          />
          <select
            aria-label={t('Snippet {n}', { n: index + 1 })}
            className={styles.select}
            value={rule.snippet}
            onChange={(event) => change(index, { snippet: event.target.value })}
          >
            {[...new Set(['', ...snippets, rule.snippet])].map((name) => (
              <option key={name} value={name}>
                {name === '' ? t('none') : name}
              </option>
            ))}
          </select>
          <Button
            variant="quiet"
            aria-label={t('Remove Pattern {n}', { n: index + 1 })}
            onPress={() => changeTo(rows.toSpliced(index, 1), index)}
          >
            <X size={14} aria-hidden />
          </Button>
        </div>
      ))}
      <RowsFoot
        id={id}
        error={
          error ??
          (unread === undefined
            ? null
            : t('This pattern cannot be read, and does nothing: {pattern}', { pattern: unread.pattern }))
        }
        help={help}
        isFull={rows.length >= maxItems}
        onAdd={() => changeTo([...rows, blank], rows.length)}
      />
    </div>
  );
}

const colourNames: Readonly<Record<RuleColour, string>> = english({
  none: 'none',
  red: 'red',
  orange: 'orange',
  yellow: 'yellow',
  green: 'green',
  blue: 'blue',
  purple: 'purple',
  grey: 'grey',
});
