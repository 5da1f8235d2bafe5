import type { Selection } from 'react-aria-components';

/** Turns a listener for one chosen item into one for what react-aria-components reports. */
export const whenChosen = (onSelect: (id: string) => void) => (selection: Selection) => {
  for (const key of selection === 'all' ? [] : selection) onSelect(String(key));
};
