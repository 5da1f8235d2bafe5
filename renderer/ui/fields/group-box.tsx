import type { ReactNode } from 'react';
import styles from './group-box.module.css';

/** A frame around controls that belong together; its title sits on the border. */
export function GroupBox({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.box}>
      <legend className={styles.title}>{title}</legend>
      {children}
    </fieldset>
  );
}
