import { useEffect, useState } from 'react';
import type { Bridge } from '#contract/channels/channels.ts';
import type { Result } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { SavedSecret, SecretKey, SecretsReport } from '#contract/secret.ts';
import { Button } from '../../ui/button.tsx';
import { GroupBox } from '../../ui/fields/group-box.tsx';
import styles from './saved-secrets.module.css';

/** What the dialog does with saved passwords and passphrases. */
export interface SecretsActions {
  readonly list: () => Promise<Result<SecretsReport>>;
  readonly remove: (id: string) => Promise<Result<SecretsReport>>;
}

export const secretsActionsOf = (bridge: Pick<Bridge, 'request'>): SecretsActions => ({
  list: () => bridge.request('secrets.list', {}),
  remove: (id) => bridge.request('secrets.remove', { id }),
});

/** Which passwords and passphrases are saved, of all sessions; they can be removed here. */
export function SavedSecrets({ secrets }: { readonly secrets: SecretsActions }) {
  const [result, setResult] = useState<Result<SecretsReport> | null>(null);
  useEffect(() => {
    let isWanted = true;
    void secrets.list().then((listed) => isWanted && setResult(listed));
    return () => {
      isWanted = false;
    };
  }, [secrets]);

  const [report, setReport] = useState<SecretsReport | null>(null);
  if (result?.ok && result.value !== report) setReport(result.value);
  const remove = (id: string) => void secrets.remove(id).then(setResult);
  const saved = report?.secrets ?? [];
  return (
    <GroupBox title={t('Saved passwords and passphrases')}>
      {saved.length === 0 ? null : (
        <ul className={styles.secrets} aria-label={t('Saved passwords and passphrases')}>
          {saved.map((secret) => (
            <li key={secret.id}>
              <span className={styles.name}>{nameOf(secret.key)}</span>
              <span className={styles.fact}>{factOf(secret)}</span>
              <Button
                aria-label={t('Remove the {secret}', { secret: nameOf(secret.key) })}
                onPress={() => remove(secret.id)}
              >
                {t('Remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.words} role="status">
        {wordsOf(result)}
      </p>
    </GroupBox>
  );
}

function nameOf(key: SecretKey): string {
  if (key.kind === 'passphrase') return t('passphrase of {file}', { file: key.file });
  const { user, host, port } = key;
  const place =
    port === 22 ? t('{user} at {host}', { user, host }) : t('{user} at {host}, port {port}', { user, host, port });
  switch (key.kind) {
    case 'password':
      return t('password of {place}', { place });
    case 'proxy-password':
      return t('proxy password of {place}', { place });
    case 'answer':
      return t('answer to "{question}" of {place}', { question: key.question, place });
  }
}

const factOf = ({ backend, at }: SavedSecret) =>
  `${new Date(at).toLocaleDateString()}, ${vaultNames[backend] ?? backend}`;

/** Electron's names of the vaults, in their makers' words. */
const vaultNames: Readonly<Record<string, string>> = {
  dpapi: 'Windows (DPAPI)',
  keychain: 'Keychain',
  gnome_libsecret: 'GNOME Keyring',
  kwallet: 'KWallet',
  kwallet5: 'KWallet',
  kwallet6: 'KWallet',
};

function wordsOf(result: Result<SecretsReport> | null): string {
  if (result === null) return '';
  if (!result.ok) return result.failure.message;
  const { vault, secrets } = result.value;
  if (vault.kind === 'missing') return vault.why;
  return secrets.length === 0 ? t('None is saved. The question for one has a box to save it.') : '';
}
