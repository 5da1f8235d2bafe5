import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { t } from '#contract/language/language.ts';
import { Button } from '../button.tsx';
import hidden from '../hidden.module.css';
import list from './list-box.module.css';
import styles from './order-list.module.css';
import { useOrderDrag } from './use-order-drag.ts';

export interface OrderItem {
  readonly value: string;
  readonly label: string;
  /** At the end of the row: another name, or that it does not count. */
  readonly note: string;
  /** `line` divides the others; `off` is there but does not count. */
  readonly look: 'plain' | 'line' | 'off';
}

interface OrderListProps {
  readonly label: string;
  /** In their order. */
  readonly items: readonly OrderItem[];
  readonly onChange: (values: readonly string[]) => void;
  readonly help?: string;
  readonly 'data-setting'?: string;
}

/** A list whose items are put in order: by Up and Down, by Alt with an arrow, or by dragging. */
export function OrderList({ label, items, onChange, help, ...props }: OrderListProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState(items[0]?.value);
  const at = items.findIndex(({ value }) => value === selected);
  // The pointer moves on while earlier moves are not drawn yet.
  const values = useRef<readonly string[]>([]);
  values.current = items.map(({ value }) => value);
  const move = (value: string, to: number) => {
    const others = values.current.filter((other) => other !== value);
    if (to < 0 || to > others.length) return;
    values.current = others.toSpliced(to, 0, value);
    onChange(values.current);
  };
  const startDrag = useOrderDrag({ list: box, role: 'option', onMove: move });
  const moveSelected = (to: number) => selected !== undefined && move(selected, to);
  const optionId = (value: string) => `${id}-${value}`;

  useEffect(() => {
    box.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const handleKeyDown = (event: KeyboardEvent) => {
    const target = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: items.length - 1 }[event.key];
    const isArrow = event.key.startsWith('Arrow');
    if (target === undefined || event.ctrlKey || event.metaKey || (event.altKey && !isArrow)) return;
    event.preventDefault();
    if (event.altKey) moveSelected(target);
    else setSelected(items[Math.min(Math.max(target, 0), items.length - 1)]?.value);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: the panel's group box is the fieldset; this only names what is in it
    <div {...props} role="group" aria-label={label} aria-describedby={`${id}-help`} className={styles.order}>
      <div
        ref={box}
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-describedby={`${id}-help`}
        aria-activedescendant={selected === undefined ? undefined : optionId(selected)}
        className={`${list.list} ${styles.list}`}
        onKeyDown={handleKeyDown}
      >
        {items.map(({ value, label: name, note, look }, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and tells which option is active
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list's keys choose
          <div
            key={value}
            id={optionId(value)}
            data-value={value}
            role="option"
            aria-selected={value === selected}
            className={`${list.item} ${styles.item} ${styles[look]}`}
            data-selected={value === selected || undefined}
            onClick={() => setSelected(value)}
            onPointerDown={(event) => startDrag(event, value, index)}
          >
            <span className={styles.name}>{name}</span>
            <span className={styles.note}>{note}</span>
          </div>
        ))}
      </div>
      <div className={styles.buttons}>
        <Button isDisabled={at <= 0} onPress={() => moveSelected(at - 1)}>
          <ArrowUp size={14} aria-hidden />
          {t('Up')}
        </Button>
        <Button isDisabled={at === items.length - 1} onPress={() => moveSelected(at + 1)}>
          <ArrowDown size={14} aria-hidden />
          {t('Down')}
        </Button>
      </div>
      <span id={`${id}-help`} className={hidden.hidden}>
        {help} {t('Alt with an arrow moves the chosen one.')}
      </span>
    </div>
  );
}
