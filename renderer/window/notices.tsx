import { X } from 'lucide-react';
import {
  type KeyboardEvent,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { t } from '#contract/language/language.ts';
import { Button } from '../ui/button.tsx';
import styles from './notices.module.css';
import type { Notice } from './state.ts';
import { useReservedHeight } from './use-reserved-height.ts';

interface NoticesProps {
  readonly notices: readonly Notice[];
  /** A dialog lies over the tabs: it gives up the height that the notices take, and they hide nothing of it. */
  readonly isUnderDialog: boolean;
  readonly onDismiss: (key: number) => void;
}

/**
 * What belongs to no session: at the lower end of the focused terminal, or under a dialog, so that neither a search bar
 * nor what a dialog asks is hidden. Dialogs leave it within reach.
 */
export function Notices({ notices, isUnderDialog, onDismiss }: NoticesProps) {
  const ref = useRef<HTMLDivElement>(null);
  useReservedHeight(ref, isUnderDialog);
  return (
    <div
      ref={ref}
      className={`${styles.notices} ${isUnderDialog ? styles.underDialog : styles.overTerminal}`}
      role="status"
      data-react-aria-top-layer="true"
    >
      {notices.map((notice) => (
        <NoticeCard key={notice.key} notice={notice} onDismiss={() => onDismiss(notice.key)} />
      ))}
    </div>
  );
}

function NoticeCard({
  notice: { text, stays },
  onDismiss,
}: {
  readonly notice: Notice;
  readonly onDismiss: () => void;
}) {
  const [isPointedAt, setPointedAt] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const card = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const isOutOfSight = useSyncExternalStore(watchSight, () => document.hidden);
  const isHeld = stays || isPointedAt || hasFocus || isOutOfSight;
  const dismiss = useEffectEvent(onDismiss);

  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => dismiss(), readingTime(text));
    return () => clearTimeout(timer);
  }, [isHeld, text]);

  // Whatever dismisses it: a focus that it has goes back to where it came from.
  useLayoutEffect(() => {
    const element = card.current;
    return () => {
      if (element?.contains(document.activeElement) && cameFrom.current instanceof HTMLElement)
        cameFrom.current.focus();
    };
  }, []);
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onDismiss();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its button is what acts; these only give time to read it
    <div
      ref={card}
      className={`${styles.notice} ${stays ? styles.stays : ''}`}
      onMouseEnter={() => setPointedAt(true)}
      onMouseLeave={() => setPointedAt(false)}
      onFocus={({ relatedTarget }) => {
        setFocus(true);
        cameFrom.current = relatedTarget ?? cameFrom.current;
      }}
      onBlur={() => setFocus(false)}
      onKeyDownCapture={handleKeyDown}
    >
      <span>{text}</span>
      <Button variant="quiet" aria-label={t('Dismiss')} onPress={onDismiss}>
        <X aria-hidden="true" size={14} />
      </Button>
    </div>
  );
}

function watchSight(onChange: () => void): () => void {
  document.addEventListener('visibilitychange', onChange);
  return () => document.removeEventListener('visibilitychange', onChange);
}

/** Time to notice that something has come, ms. */
const noticingTime = 8000;

/** Time to read a character, ms: slow readers read about ten in a second. */
const timePerCharacter = 100;

/**
 * How long a notice stays that goes by itself, ms. Time stands still while it is pointed at, has the focus or can't be
 * seen, and then begins anew (WCAG 2.2.1).
 */
export const readingTime = (text: string): number => noticingTime + text.length * timePerCharacter;
