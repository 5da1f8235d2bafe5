import { useLayoutEffect, useRef } from 'react';
import type { TerminalView } from './terminal-view.ts';

interface TerminalPaneProps {
  readonly view: TerminalView;
  /** Something lies over the terminal and has the keyboard for itself. */
  readonly isCovered: boolean;
  /** It is the pane that the keyboard is for. */
  readonly hasKeyboard: boolean;
  /** The terminal is in the page and knows its size. */
  readonly onShown: (view: TerminalView) => void;
}

/** The place in the page where the terminal of a pane is. */
export function TerminalPane({ view, isCovered, hasKeyboard, onShown }: TerminalPaneProps) {
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
    if (hasKeyboard && !isCovered) view.focus();
  }, [view, hasKeyboard, isCovered]);

  return <div className="terminal-place" ref={place} inert={isCovered} />;
}
