import type { Client } from 'ssh2';
import { failed, type Result, success } from '#contract/failure.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import type { SessionAlgorithms } from '../../session/ports/transport.ts';
import { type Offer, offerForRenewal, offerOf } from '../handshake/algorithms.ts';
import { runningCryptography } from '../handshake/cryptography.ts';
import { negotiatedOf } from '../handshake/negotiated.ts';
import { weakAlgorithms, weakRefused } from '../handshake/weak-algorithms.ts';
import type { HostKey, HostKeyAcceptance, HostKeyPolicy } from '../host-keys/host-key-policy.ts';
import { checkHostKey } from '../host-keys/host-key-question.ts';
import { agreedOn, setOffer } from '../ssh2-internals/key-exchange.ts';
import { keyPlaceOf, type Target } from '../target.ts';

export interface ServerTrustRequest {
  readonly client: Client;
  readonly target: Target;
  readonly profile: Profile;
  readonly hostKeys: HostKeyPolicy;
  readonly ask: (prompt: Prompt) => Promise<PromptAnswer>;
  readonly onLog: (text: string) => void;
}

/** What is offered to a server, and what of it is good enough, before anything secret is sent. */
export interface ServerTrust {
  readonly offer: Offer;
  /** Asks about weak algorithms, then judges the host key that the server shows. */
  readonly judge: (blob: Uint8Array) => Promise<Result<HostKeyAcceptance>>;
  /** After the login: keys that the server has announced, and proved to hold. */
  readonly noteAnnounced: (keys: readonly HostKey[]) => void;
  /** For after a key exchange: a renewal may agree on nothing that is weaker than what is in use. */
  readonly offerForRenewals: (algorithms: SessionAlgorithms) => void;
}

export function createServerTrust({ client, target, profile, hostKeys, ask, onLog }: ServerTrustRequest): ServerTrust {
  const place = keyPlaceOf(target, profile);
  const known = hostKeys.knownKeys(place.host, place.port, profile);
  const offer = offerOf(profile, known, runningCryptography);
  let acceptance: HostKeyAcceptance | null = null;
  let hasAnnounced = false;

  const askAboutWeak = async (): Promise<Result<null>> => {
    const agreed = agreedOn(client);
    const algorithms = agreed === null ? [] : weakAlgorithms(negotiatedOf(agreed, ''), profile);
    if (algorithms.length === 0) return success(null);
    const names = algorithms.map(({ name }) => name);
    onLog(`Below the line "warn below here": ${names.join(', ')}.`);
    const answer = await ask({ kind: 'weak-algorithms', host: target.host, port: target.port, algorithms });
    if (answer.kind !== 'accept-once') return failed(weakRefused(algorithms, target));
    onLog('Accepted for this connection.');
    return success(null);
  };

  return {
    offer,
    judge: async (blob) => {
      const weak = await askAboutWeak();
      if (!weak.ok) return weak;
      const result = await checkHostKey({ policy: hostKeys, target: place, rules: profile, ask, onLog }, blob);
      acceptance = result.ok ? result.value : null;
      return result;
    },
    noteAnnounced: (keys) => {
      // A host that was not known before now, or is known by other means, has nothing to add to.
      if (acceptance !== 'known' || hasAnnounced) return;
      hasAnnounced = true; // once, as in OpenSSH: with keys made for it, each announcement would be another question
      const { host, port } = place;
      void hostKeys.learn({ host, port, keys }, profile, ask).then(
        (line) => line === null || onLog(line),
        () => onLog('The other keys of the host could not be judged.'),
      );
    },
    offerForRenewals: ({ kexOrder, cipherOrder, macOrder, compression }) => {
      const agreed = agreedOn(client);
      if (agreed === null) return;
      const { serverVersion: _, postQuantum: __, ...inUse } = negotiatedOf(agreed, '');
      // The host's key stays the same all along, and so does what it may be.
      const settings = { ...profile, kexOrder, cipherOrder, macOrder, compression };
      const wanted = offerOf(settings, known, runningCryptography);
      setOffer(client, offerForRenewal(wanted, settings, Object.values(inUse)));
    },
  };
}
