import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import { t } from '#contract/language/language.ts';
import type { Divider } from '#contract/tabs/layout-places.ts';
import styles from './pane-divider.module.css';
import { type ShareBounds, withinBounds } from './room.ts';

interface PaneDividerProps {
  readonly divider: Divider;
  /** Between which shares it can be moved now. */
  readonly boundsNow: () => ShareBounds;
  /** The new share of the half before it. */
  readonly onShare: (share: number) => void;
}

/** What one press of an arrow key moves it by: a part of its split. */
const keyStep = 0.02;

/**
 * The line between two halves of a split, in the manner of the ARIA window splitter: dragged, or moved by arrow keys
 * while it has the focus; a double click or Enter halves the split.
 */
export function PaneDivider({ divider, boundsNow, onShare }: PaneDividerProps) {
  const { axis, share, around } = divider;
  const isRow = axis === 'row';

  const startDrag = (down: PointerEvent<HTMLElement>) => {
    const element = down.currentTarget;
    const tab = element.parentElement?.getBoundingClientRect();
    if (down.button !== 0 || tab === undefined) return;
    element.setPointerCapture(down.pointerId);
    const undo = new AbortController();
    const bounds = boundsNow();
    const drag = ({ clientX, clientY }: globalThis.PointerEvent) => {
      const at = isRow ? (clientX - tab.left) / tab.width : (clientY - tab.top) / tab.height;
      onShare(withinBounds(isRow ? (at - around.x) / around.width : (at - around.y) / around.height, bounds));
    };
    element.addEventListener('pointermove', drag, { signal: undo.signal });
    element.addEventListener('lostpointercapture', () => undo.abort(), { signal: undo.signal });
  };

  const move = (to: number) => onShare(withinBounds(to, boundsNow()));

  const handleKeyDown = (event: KeyboardEvent) => {
    const [before, after] = isRow ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (event.key === before) move(share - keyStep);
    else if (event.key === after) move(share + keyStep);
    else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(1);
    else if (event.key === 'Enter') move(0.5);
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <div
      role="separator"
      tabIndex={0}
      aria-label={t('Divider between panes')}
      aria-orientation={isRow ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
      className={`${styles.divider} ${isRow ? styles.upright : styles.level}`}
      style={placeOf(divider)}
      onPointerDown={startDrag}
      onDoubleClick={() => move(0.5)}
      onKeyDown={handleKeyDown}
    />
  );
}

function placeOf({ axis, share, around: { x, y, width, height } }: Divider): CSSProperties {
  const part = (size: number) => `${size * 100}%`;
  return axis === 'row'
    ? { left: part(x + width * share), top: part(y), height: part(height) }
    : { top: part(y + height * share), left: part(x), width: part(width) };
}
