/** The keys of the rows in a list of which some text is selected: each row carries its own in `data-log-row`. */
export function selectedKeys(list: Element | null): ReadonlySet<number> {
  const selection = getSelection();
  if (list === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return new Set();
  const range = selection.getRangeAt(0);
  const rows = [...list.querySelectorAll<HTMLElement>('[data-log-row]')].filter((row) => hasTextIn(range, row));
  return new Set(rows.map((row) => Number(row.dataset.logRow)));
}

/** A selection by a triple click ends at the beginning of the next row, with nothing of its text. */
function hasTextIn(range: Range, row: Element): boolean {
  if (!range.intersectsNode(row)) return false;
  const within = document.createRange();
  within.selectNodeContents(row);
  if (range.compareBoundaryPoints(Range.START_TO_START, within) > 0) {
    within.setStart(range.startContainer, range.startOffset);
  }
  if (range.compareBoundaryPoints(Range.END_TO_END, within) < 0) within.setEnd(range.endContainer, range.endOffset);
  return within.toString() !== '';
}
