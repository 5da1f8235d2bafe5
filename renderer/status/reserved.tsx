import styles from './reserved.module.css';

interface ReservedProps {
  readonly words: string;
  /** The same with the longest numbers that are expected; otherwise each number has room for two digits. */
  readonly longest?: string;
}

/** Words with numbers that change, in room enough for longer ones, so that what stands beside them does not move. */
export function Reserved({ words, longest = words }: ReservedProps) {
  return (
    <span className={styles.reserved} data-room={roomFor(longest)}>
      {words}
    </span>
  );
}

/** Every digit is as wide as any other where numbers are tabular. */
const roomFor = (words: string) => words.replace(/\b\d\b/g, '00');
