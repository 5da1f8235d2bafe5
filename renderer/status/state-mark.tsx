import styles from './state-mark.module.css';
import type { Standing } from './state-words.ts';

/** A small mark that tells standings apart by its shape as well as by its colour. Its words stand beside it. */
export function StateMark({ standing }: { readonly standing: Standing }) {
  return (
    <svg className={`${styles.mark} ${styles[standing]}`} viewBox="0 0 10 10" aria-hidden="true">
      {shapes[standing]}
    </svg>
  );
}

const shapes = {
  connecting: <circle cx="5" cy="5" r="3.5" fill="none" strokeWidth="1.5" strokeDasharray="3.2 2.3" />,
  asking: (
    <>
      <path d="M2.6 3.2a2.4 2.4 0 1 1 3.6 2.1Q5 6 5 6.9" fill="none" strokeWidth="1.6" strokeLinecap="round" />
      <circle cx="5" cy="9.1" r="0.9" strokeWidth="0" />
    </>
  ),
  alive: <circle cx="5" cy="5" r="4" strokeWidth="0" />,
  quiet: <circle cx="5" cy="5" r="3.25" fill="none" strokeWidth="1.5" />,
  unconfirmed: <path d="M5 .9L9.1 5 5 9.1.9 5z" fill="none" strokeWidth="1.5" strokeLinejoin="round" />,
  stalled: <path d="M5 1.2L9.2 8.8H.8z" fill="none" strokeWidth="1.5" strokeLinejoin="round" />,
  ended: <rect x="1.75" y="1.75" width="6.5" height="6.5" rx="1" fill="none" strokeWidth="1.5" />,
  lost: <path d="M1.5 1.5l7 7m0-7l-7 7" fill="none" strokeWidth="2" strokeLinecap="round" />,
} as const;
