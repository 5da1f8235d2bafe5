import type { Rectangle } from './bar/pane-target.ts';
import styles from './drop-hint.module.css';

/** Where what is dragged would come to lie; null while that is nowhere. */
export function DropHint({ place }: { readonly place: Rectangle | null }) {
  return place === null ? null : <div aria-hidden="true" className={styles.hint} style={place} />;
}
