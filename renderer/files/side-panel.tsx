import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { t } from '#contract/language/language.ts';
import styles from './side-panel.module.css';

interface SidePanelProps {
  readonly label: string;
  /** CSS pixels. */
  readonly width: number;
  readonly onWidth: (width: number) => void;
  readonly children: ReactNode;
}

/** CSS pixels: what the path bar needs, and one press of an arrow key. */
const minWidth = 240;
const step = 24;

/** Stands at the right of what it is beside; its left edge is dragged, or moved by the arrow keys (ARIA, "separator"). */
export function SidePanel({ label, width, onWidth, children }: SidePanelProps) {
  const grip = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const set = (wanted: number) => onWidth(Math.max(minWidth, Math.min(wanted, Math.round(innerWidth * 0.75))));

  const handleDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, width };
  };
  const handleMove = ({ clientX }: PointerEvent) => {
    if (grip.current !== null) set(grip.current.width + grip.current.x - clientX);
  };
  const handleKey = (event: KeyboardEvent) => {
    const by = { ArrowLeft: step, ArrowRight: -step }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    set(width + by);
  };

  return (
    <section className={styles.panel} aria-label={label} style={{ width }}>
      {/* biome-ignore lint/a11y/useSemanticElements: an hr is no control */}
      <div
        role="separator"
        aria-label={t('Width of {name}', { name: label })}
        aria-orientation="vertical"
        aria-valuenow={width}
        aria-valuemin={minWidth}
        tabIndex={0}
        className={styles.edge}
        onPointerDown={handleDown}
        onPointerMove={handleMove}
        onPointerUp={() => {
          grip.current = null;
        }}
        onKeyDown={handleKey}
      />
      <div className={styles.content}>{children}</div>
    </section>
  );
}
