import { Fragment } from 'react';
import { t } from '#contract/language/language.ts';
import styles from './prompt.module.css';

/** What a key is known by: names, in English, and values, the fingerprint so that it can be compared and copied. */
export function KeyFacts({ facts }: { readonly facts: readonly (readonly [name: string, value: string])[] }) {
  if (facts.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{t(name)}</dt>
          <dd className={name === 'Fingerprint' ? styles.fingerprint : undefined}>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
