import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import styles from './splitter.module.css';

interface SplitterProps {
  readonly label: string;
  /** Of the line: what is beside each other has a vertical one. */
  readonly orientation: 'vertical' | 'horizontal';
  /** Of what is behind it, at its right or below it; CSS pixels, as the bounds. */
  readonly size: number;
  readonly min: number;
  readonly max: number;
  readonly onSize: (size: number) => void;
}

/** CSS pixels: one press of an arrow key. */
const step = 24;

/** An edge that is dragged, or moved by the arrow keys (ARIA, "separator"). */
export function Splitter({ label, orientation, size, min, max, onSize }: SplitterProps) {
  const grip = useRef<{ readonly at: number; readonly size: number } | null>(null);
  const isVertical = orientation === 'vertical';
  const set = (wanted: number) => onSize(Math.round(Math.max(min, Math.min(wanted, max))));
  const placeOf = ({ clientX, clientY }: PointerEvent) => (isVertical ? clientX : clientY);

  const handleDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { at: placeOf(event), size };
  };
  const handleMove = (event: PointerEvent) => {
    if (grip.current !== null) set(grip.current.size + grip.current.at - placeOf(event));
  };
  const handleKey = (event: KeyboardEvent) => {
    const [more, less] = isVertical ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (event.key !== more && event.key !== less) return;
    event.preventDefault();
    set(size + (event.key === more ? step : -step));
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr is no control
    <div
      role="separator"
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className={`${styles.edge} ${isVertical ? styles.vertical : styles.horizontal}`}
      onPointerDown={handleDown}
      onPointerMove={handleMove}
      onPointerUp={() => {
        grip.current = null;
      }}
      onKeyDown={handleKey}
    />
  );
}
