import { useLayoutEffect, useRef } from 'react';
import type { TerminalView } from './terminal-view.ts';

interface TerminalPaneProps {
  readonly view: TerminalView;
  /** Something lies over the terminal and has the keyboard for itself. */
  readonly isCovered: boolean;
  /** The terminal is in the page and knows its size. */
  readonly onShown: (view: TerminalView) => void;
}

/** The place in the page where the terminal of the active tab is. */
export function TerminalPane({ view, isCovered, onShown }: TerminalPaneProps) {
  const place = useRef<HTMLDivElement>(null);
  const handleShown = useRef(onShown);

  useLayoutEffect(() => {
    place.current?.append(view.element);
    view.show();
    handleShown.current(view);
    return () => {
      view.hide();
      view.element.remove();
    };
  }, [view]);

  useLayoutEffect(() => {
    if (!isCovered) view.focus();
  }, [view, isCovered]);

  return <div className="terminal-place" ref={place} inert={isCovered} />;
}
