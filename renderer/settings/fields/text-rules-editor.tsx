import { t } from '#contract/language/language.ts';
import { ruleColours, type TextRule } from '#contract/settings/text-rule.ts';
import styles from './pattern-rows.module.css';
import { PatternRows } from './pattern-rows.tsx';

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

/** Rows of a pattern and what to do where it is found. */
export function TextRulesEditor({ rules, snippets, ...props }: TextRulesEditorProps) {
  return (
    <PatternRows
      {...props}
      rows={rules}
      colours={ruleColours}
      blank={blank}
      more={{
        heads: [t('Notify'), t('Snippet')],
        cells: ({ notify, snippet }, index, change) => (
          <>
            <input
              type="checkbox"
              aria-label={t('Notify {n}', { n: index + 1 })}
              checked={notify}
              onChange={(event) => change({ notify: event.target.checked })}
            />
            <select
              aria-label={t('Snippet {n}', { n: index + 1 })}
              className={styles.select}
              value={snippet}
              onChange={(event) => change({ snippet: event.target.value })}
            >
              {[...new Set(['', ...snippets, snippet])].map((name) => (
                <option key={name} value={name}>
                  {name === '' ? t('none') : name}
                </option>
              ))}
            </select>
          </>
        ),
      }}
    />
  );
}
