import { type ComponentProps, type FocusEvent, useRef } from 'react';
import { ListBox as AriaListBox, ListBoxItem } from 'react-aria-components';
import styles from './list-box.module.css';
import { whenChosen } from './selection.ts';

interface ListBoxProps {
  readonly label: string;
  readonly items: readonly string[];
  /** The chosen item, or null. */
  readonly selected: string | null;
  readonly onSelect: (item: string) => void;
  /** An item was double-clicked, or Enter was pressed on it. */
  readonly onAction: (item: string) => void;
}

/** A list of names to choose from, always in sight. */
export function ListBox({ label, items, selected, onSelect, onAction }: ListBoxProps) {
  // Coming in by Tab would choose the first item; whoever only passes through means none.
  const isEntering = useRef(false);
  const choose = (item: string) => isEntering.current || onSelect(item);
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
      items={items.map((id) => ({ id }))}
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
      {({ id }) => (
        <ListBoxItem id={id} textValue={id} className={styles.item ?? ''}>
          {id}
        </ListBoxItem>
      )}
    </AriaListBox>
  );
}
