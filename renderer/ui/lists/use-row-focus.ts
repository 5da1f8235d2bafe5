import { type RefObject, useEffect, useRef } from 'react';

/**
 * Rows come and go by buttons, and the focus goes to what took their place: the returned function names the row that
 * gets it once the change is shown, the last one at the most. `inputs` selects the field of each row.
 */
export function useRowFocus(list: RefObject<HTMLElement | null>, inputs: string): (row: number) => void {
  const next = useRef<number | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    const fields = list.current?.querySelectorAll<HTMLInputElement>(inputs) ?? [];
    fields[Math.min(next.current, fields.length - 1)]?.focus();
    next.current = null;
  });
  return (row) => {
    next.current = row;
  };
}
