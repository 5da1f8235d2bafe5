import { t } from '#contract/language/language.ts';
import { Button } from '../ui/button.tsx';
import { scrollSideways } from '../ui/scroll-sideways.ts';
import styles from './snippet-bar.module.css';

interface SnippetBarProps {
  readonly names: readonly string[];
  readonly onRun: (name: string) => void;
}

/** A button for each snippet; those that find no room are scrolled to. */
export function SnippetBar({ names, onRun }: SnippetBarProps) {
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('Snippets')} onWheel={scrollSideways}>
      {names.map((name) => (
        <Button key={name} onPress={() => onRun(name)}>
          {name}
        </Button>
      ))}
    </div>
  );
}
