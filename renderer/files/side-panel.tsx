import type { ReactNode } from 'react';
import { t } from '#contract/language/language.ts';
import styles from './side-panel.module.css';
import { Splitter } from './splitter.tsx';

interface SidePanelProps {
  readonly label: string;
  /** CSS pixels. */
  readonly width: number;
  readonly onWidth: (width: number) => void;
  readonly children: ReactNode;
}

/** CSS pixels: what the path bar needs. */
const minWidth = 240;

/** Stands at the right of what it is beside. */
export const SidePanel = ({ label, width, onWidth, children }: SidePanelProps) => (
  <section className={styles.panel} aria-label={label} style={{ width }}>
    <Splitter
      label={t('Width of {name}', { name: label })}
      orientation="vertical"
      size={width}
      min={minWidth}
      max={Math.round(innerWidth * 0.75)}
      onSize={onWidth}
    />
    <div className={styles.content}>{children}</div>
  </section>
);
