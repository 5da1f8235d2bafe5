import { CaseSensitive, ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { Button } from '../ui/button.tsx';
import type { Search, SearchResults } from './search.ts';
import styles from './search-bar.module.css';
import { searchWords } from './search-words.ts';

interface SearchBarProps {
  readonly search: Search;
  readonly onClose: () => void;
}

/** Finds text in a terminal, as it is typed. Enter goes up, as terminals read; Shift+Enter goes down. */
export function SearchBar({ search, onClose }: SearchBarProps) {
  const [text, setText] = useState('');
  const [caseSensitive, setCaseSensitive] = useState(false);
  const [results, setResults] = useState<SearchResults>({ index: -1, count: 0 });

  useEffect(() => {
    const stop = search.onResults(setResults);
    return () => {
      stop();
      search.clear();
    };
  }, [search]);

  const find = (direction: 'next' | 'previous') => search.find({ text, caseSensitive }, direction);
  const change = (nextText: string, nextCase: boolean) => {
    setText(nextText);
    setCaseSensitive(nextCase);
    if (nextText === '') setResults({ index: -1, count: 0 });
    search.find({ text: nextText, caseSensitive: nextCase }, 'previous');
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') find(event.shiftKey ? 'next' : 'previous');
    if (event.key === 'Escape') onClose();
  };

  return (
    <search className={styles.bar}>
      <input
        className={styles.input}
        aria-label="Find"
        placeholder="Find"
        value={text}
        spellCheck={false}
        ref={focusOnce}
        onChange={(event) => change(event.target.value, caseSensitive)}
        onKeyDown={handleKeyDown}
      />
      <span className={styles.count} role="status">
        {text === '' ? '' : searchWords(results)}
      </span>
      <ToggleButton
        className={styles.toggle ?? ''}
        aria-label="Match case"
        isSelected={caseSensitive}
        onChange={(selected) => change(text, selected)}
      >
        <CaseSensitive aria-hidden="true" size={16} />
      </ToggleButton>
      <Button variant="quiet" aria-label="Previous match" onPress={() => find('previous')}>
        <ChevronUp aria-hidden="true" size={15} />
      </Button>
      <Button variant="quiet" aria-label="Next match" onPress={() => find('next')}>
        <ChevronDown aria-hidden="true" size={15} />
      </Button>
      <Button variant="quiet" aria-label="Close search" onPress={onClose}>
        <X aria-hidden="true" size={15} />
      </Button>
    </search>
  );
}

const focusOnce = (input: HTMLInputElement | null) => input?.focus();
