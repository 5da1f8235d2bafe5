import { type KeyboardEvent, useId, useState } from 'react';
import { t } from '#contract/language/language.ts';
import { type Category, categories } from '#contract/settings/definition.ts';
import { type SettingKey, settingOf } from '#contract/settings/settings-table.ts';
import { AccessKeyLabel } from '../ui/access-keys.tsx';
import { SearchBox } from '../ui/fields/search-box.tsx';
import { Tree } from '../ui/lists/tree.tsx';
import styles from './category-list.module.css';
import { categoryTree } from './category-tree.ts';
import type { Panel } from './panels.ts';
import { findSettings } from './search.ts';

interface CategoryListProps {
  readonly panels: readonly Panel[];
  readonly selected: Category;
  readonly onSelect: (category: Category) => void;
  /** What is searched for: the best match; null if there is none, or nothing is searched for any more. */
  readonly onSearch: (best: SettingKey | null) => void;
  /** Enter was pressed on what was searched for: the best match. */
  readonly onFind: (key: SettingKey) => void;
}

/** PuTTY's category tree, with a box that narrows it to the categories of the settings searched for. */
export function CategoryList({ panels, selected, onSelect, onSearch, onFind }: CategoryListProps) {
  const [query, setQuery] = useState('');
  const label = useId();
  const found = findSettings(panels, query);
  const isMatch = (category: Category) => found.some((key) => settingOf(key).category === category);
  const shown = panels
    .map((panel) => panel.category)
    .filter((outer) => categories.some((category) => `${category}/`.startsWith(`${outer}/`) && isMatch(category)));

  const search = (next: string) => {
    setQuery(next);
    onSearch(next.trim() === '' ? null : (findSettings(panels, next)[0] ?? null));
  };
  const confirm = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault(); // It would open the session.
    if (found[0] !== undefined && query.trim() !== '') onFind(found[0]);
  };

  return (
    <div className={styles.categories}>
      <span id={label}>
        <AccessKeyLabel text={t('Category:')} letter="g" />
      </span>
      <SearchBox label={t('Find a setting')} value={query} onChange={search} onKeyDown={confirm} />
      <Tree
        data-access-key="g"
        labelledBy={label}
        nodes={categoryTree(shown)}
        selected={selected}
        onSelect={(id) => {
          const chosen = shown.find((category) => category === id);
          if (chosen !== undefined) onSelect(chosen);
        }}
      />
      <div role="status" className={styles.nothing}>
        {shown.length === 0 ? t('No setting matches that.') : ''}
      </div>
    </div>
  );
}
