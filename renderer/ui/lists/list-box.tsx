import { type ComponentProps, type FocusEvent, useRef } from 'react';
import { ListBox as AriaListBox, Collection, Header, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { whenChosen } from '../selection.ts';
import styles from './list-box.module.css';

export interface ListItem {
  readonly id: string;
  readonly label: string;
  /** Shown at the other end of the line. */
  readonly note?: string;
}

interface ListBoxProps {
  readonly label: string;
  readonly items: readonly ListItem[];
  /** Further items under a title of their own, after the others; the title is not shown while there are none. */
  readonly group?: { readonly title: string; readonly items: readonly ListItem[] };
  /** The id of the chosen item, or null. */
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  /** An item was double-clicked, or Enter was pressed on it. */
  readonly onAction: (id: string) => void;
}

/** A list of names to choose from, always in sight. */
export function ListBox({ label, items, group, selected, onSelect, onAction }: ListBoxProps) {
  // Coming in by Tab would choose the first item; whoever only passes through means none.
  const isEntering = useRef(false);
  const choose = (id: string) => isEntering.current || onSelect(id);
  const renderList = ({ onFocus, ...list }: ComponentProps<'div'>) => (
    // biome-ignore lint/a11y/noStaticElementInteractions: the role is among what is passed on
    <div
      {...list}
      onFocusCapture={({ currentTarget, relatedTarget }) => {
        isEntering.current = !currentTarget.contains(relatedTarget);
      }}
      onFocus={(event: FocusEvent<HTMLDivElement>) => {
        onFocus?.(event);
        isEntering.current = false;
      }}
    />
  );

  return (
    <AriaListBox
      aria-label={label}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      escapeKeyBehavior="none"
      selectedKeys={selected === null ? [] : [selected]}
      onSelectionChange={whenChosen(choose)}
      render={renderList}
      onAction={(key) => onAction(String(key))}
      className={styles.list ?? ''}
    >
      <Collection items={items}>{renderItem}</Collection>
      {group === undefined || group.items.length === 0 ? null : (
        <ListBoxSection>
          <Header className={styles.header ?? ''}>{group.title}</Header>
          <Collection items={group.items}>{renderItem}</Collection>
        </ListBoxSection>
      )}
    </AriaListBox>
  );
}

const renderItem = ({ id, label, note }: ListItem) => (
  <ListBoxItem id={id} textValue={label} className={styles.item ?? ''}>
    {label}
    {note === undefined ? null : <span className={styles.note}>{note}</span>}
  </ListBoxItem>
);
