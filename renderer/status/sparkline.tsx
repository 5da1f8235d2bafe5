import { barHeights, summaryWords } from './round-trip-summary.ts';
import styles from './sparkline.module.css';

/** Checks shown; main keeps as many. */
const maxBars = 30;

/** Of one check in the drawing: a bar, and the gap before the next. */
const pitch = 2;
const barWidth = 1;

const width = maxBars * pitch;
const height = 14;

/** A trip of no time is still a check that was answered. */
const leastHeight = 2;

/** The round trips of the last checks as bars, the latest at the right. */
export function Sparkline({ roundTripsMs }: { readonly roundTripsMs: readonly number[] }) {
  const words = summaryWords(roundTripsMs);
  const shown = barHeights(roundTripsMs).slice(-maxBars);
  return (
    <svg className={styles.sparkline} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
      <title>{words}</title>
      {shown.map((share, index) => {
        const barHeight = Math.max(leastHeight, share * height);
        const x = width - (shown.length - index) * pitch;
        // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
        return <rect key={index} x={x} y={height - barHeight} width={barWidth} height={barHeight} />;
      })}
    </svg>
  );
}
