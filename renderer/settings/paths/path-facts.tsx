import { t } from '#contract/language/language.ts';
import type { Place } from '#contract/session/path.ts';
import { Button } from '../../ui/button.tsx';
import type { Draft } from '../form/draft.ts';
import type { PathActions } from './path-actions.ts';
import styles from './path-facts.module.css';
import { knownWords } from './path-words.ts';
import { usePathReport } from './use-path-report.ts';

interface PathFactsProps {
  readonly paths: PathActions;
  /** Where the settings lead; null while that is not typed yet. */
  readonly place: Place | null;
  readonly draft: Draft;
  readonly onSet: (keepaliveSeconds: number) => void;
  readonly onFindLimit: () => void;
}

/** What is known of the path to the host typed in, and what "Choose for me" makes of it. */
export function PathFacts({ paths, place, draft, onSet, onFindLimit }: PathFactsProps) {
  const report = usePathReport(paths, place)?.report ?? null;
  const advice = report?.adviceSeconds ?? null;
  const isKnown =
    report !== null && [report.survived, report.fatal, report.ignoresChecksSince].some((fact) => fact !== null);
  const isInUse = draft.keepaliveChooseForMe || Number(draft.keepaliveSeconds) === advice;
  return (
    <div className={styles.facts}>
      <p className={styles.words} role="status">
        {place === null ? t('Once a host name is entered, what is known of the path to it is shown here.') : null}
        {report === null ? null : knownWords(report).join(' ')}
        {report?.search?.state.kind === 'running' ? ` ${t('A search for its limit is running.')}` : null}
      </p>
      <div className={styles.buttons}>
        <Button isDisabled={place === null} onPress={onFindLimit}>
          {t("Find this path's limit…")}
        </Button>
        <Button isDisabled={!isKnown} onPress={() => place === null || void paths.forget(place)}>
          {t('Forget')}
        </Button>
        {advice === null || isInUse ? null : (
          <Button onPress={() => onSet(advice)}>{t('Set {seconds} s', { seconds: advice })}</Button>
        )}
      </div>
    </div>
  );
}
