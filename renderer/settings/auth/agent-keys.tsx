import { useCallback, useEffect, useState } from 'react';
import { t } from '#contract/language/language.ts';
import type { AgentReport } from '#contract/session/agent.ts';
import { Button } from '../../ui/button.tsx';
import type { AgentActions } from './agent-actions.ts';
import styles from './agent-keys.module.css';
import { agentWords } from './agent-words.ts';

interface AgentKeysProps {
  readonly agents: AgentActions;
  /** As it is typed into "Agent socket". */
  readonly agentSocket: string;
}

type Listing =
  | { readonly kind: 'asking' }
  | { readonly kind: 'answered'; readonly report: AgentReport }
  | { readonly kind: 'failed'; readonly message: string };

/** The keys that the agent holds, asked for when the panel is shown, and again on request. */
export function AgentKeys({ agents, agentSocket }: AgentKeysProps) {
  const [askedFor, setAskedFor] = useState(agentSocket);
  const [listing, setListing] = useState<Listing>({ kind: 'asking' });

  const ask = useCallback(
    async (socket: string): Promise<Listing> => {
      const result = await agents.list(socket);
      return result.ok
        ? { kind: 'answered', report: result.value }
        : { kind: 'failed', message: result.failure.message };
    },
    [agents],
  );
  useEffect(() => {
    let isWanted = true;
    void ask(askedFor).then((answer) => isWanted && setListing(answer));
    return () => {
      isWanted = false;
    };
  }, [ask, askedFor]);

  const refresh = () => {
    setAskedFor(agentSocket);
    void ask(agentSocket).then(setListing);
  };
  const report = listing.kind === 'answered' ? listing.report : null;
  const keys = report?.agents.flatMap((agent) => agent.keys ?? []) ?? [];
  return (
    <div className={styles.agent}>
      {keys.length === 0 ? null : (
        // Focusable, so that the keyboard can scroll it.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it may hold more keys than its box shows
        <ul className={styles.keys} aria-label={t('Keys of the agent')} tabIndex={0}>
          {keys.map((key) => (
            <li key={`${key.type} ${key.fingerprint}`}>
              <span>{key.comment === '' ? key.type : `${key.comment} (${key.type})`}</span>
              <span className={styles.fingerprint}>{key.fingerprint}</span>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.words} role="status">
        {wordsOf(listing, askedFor === agentSocket)}
      </p>
      <div className={styles.buttons}>
        <Button onPress={refresh}>{t('Refresh keys')}</Button>
        <Button
          isDisabled={(report?.keptPassphrases ?? 0) === 0}
          onPress={() => void agents.forgetPassphrases().then(refresh)}
        >
          {t('Forget kept passphrases')}
        </Button>
      </div>
    </div>
  );
}

function wordsOf(listing: Listing, isCurrent: boolean): string {
  if (!isCurrent) return t('These are the keys of the agent that was named before.');
  switch (listing.kind) {
    case 'asking':
      return t('Asking the agent for its keys…');
    case 'failed':
      return listing.message;
    case 'answered':
      return agentWords(listing.report).join(' ');
  }
}
