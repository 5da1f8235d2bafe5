import { CaseSensitive, ChevronDown, ChevronUp, Regex, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { english, t } from '#contract/language/language.ts';
import { Button } from '../../ui/button.tsx';
import type { SearchQuery } from './query-pattern.ts';
import type { Direction, Search } from './search.ts';
import styles from './search-bar.module.css';
import { type SearchResults, searchWords } from './search-words.ts';

interface SearchBarProps {
  readonly search: Search;
  readonly onClose: () => void;
}

const noQuery: SearchQuery = { text: '', caseSensitive: false, wholeWord: false, isRegex: false };

const toggles = [
  { key: 'caseSensitive', label: english('Match case'), Icon: CaseSensitive },
  { key: 'wholeWord', label: english('Whole words'), Icon: WholeWord },
  { key: 'isRegex', label: english('Regular expression'), Icon: Regex },
] as const;

/** Finds text in a terminal, as it is typed. Enter goes up, as terminals read; Shift+Enter goes down. */
export function SearchBar({ search, onClose }: SearchBarProps) {
  const [query, setQuery] = useState(noQuery);
  const [results, setResults] = useState<SearchResults>({ kind: 'found', index: -1, count: 0 });

  useEffect(() => {
    const stop = search.onResults(setResults);
    return () => {
      stop();
      search.clear();
    };
  }, [search]);

  const find = (direction: Direction) => search.find(query, direction);
  const change = (changed: Partial<SearchQuery>) => {
    const next = { ...query, ...changed };
    setQuery(next);
    search.find(next, 'previous');
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') find(event.shiftKey ? 'next' : 'previous');
    if (event.key === 'Escape') onClose();
  };

  return (
    <search className={styles.bar}>
      <input
        className={styles.input}
        aria-label={t('Find')}
        aria-invalid={results.kind === 'no-regex'}
        placeholder={t('Find')}
        value={query.text}
        spellCheck={false}
        ref={focusOnce}
        onChange={(event) => change({ text: event.target.value })}
        onKeyDown={handleKeyDown}
      />
      <span className={styles.count} role="status">
        {query.text === '' ? '' : searchWords(results)}
      </span>
      {toggles.map(({ key, label, Icon }) => (
        <ToggleButton
          key={key}
          className={styles.toggle ?? ''}
          aria-label={t(label)}
          isSelected={query[key]}
          onChange={(selected) => change({ [key]: selected })}
        >
          <Icon aria-hidden="true" size={16} />
        </ToggleButton>
      ))}
      <Button variant="quiet" aria-label={t('Previous match')} onPress={() => find('previous')}>
        <ChevronUp aria-hidden="true" size={15} />
      </Button>
      <Button variant="quiet" aria-label={t('Next match')} onPress={() => find('next')}>
        <ChevronDown aria-hidden="true" size={15} />
      </Button>
      <Button variant="quiet" aria-label={t('Close search')} onPress={onClose}>
        <X aria-hidden="true" size={15} />
      </Button>
    </search>
  );
}

const focusOnce = (input: HTMLInputElement | null) => input?.focus();
