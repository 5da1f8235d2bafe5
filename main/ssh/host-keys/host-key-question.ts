import type { Result } from '#contract/failure.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import { typeOfBlob } from '../encoding.ts';
import { parseCertificate } from '../keys/certificate.ts';
import { fingerprintOf } from '../keys/fingerprint.ts';
import { harmlessLine } from '../sanitise.ts';
import type { Target } from '../target.ts';
import type { HostKeyAcceptance, HostKeyPolicy, HostKeyRules, OfferedHostKey } from './host-key-policy.ts';

export interface HostKeyQuestion {
  readonly policy: HostKeyPolicy;
  readonly target: Target;
  readonly rules: HostKeyRules;
  readonly ask: (prompt: Prompt) => Promise<PromptAnswer>;
  readonly onLog: (text: string) => void;
}

/** Puts an offered key to the policy, and the fingerprint and how it was accepted into the log. */
export async function checkHostKey(
  { policy, target: { host, port }, rules, ask, onLog }: HostKeyQuestion,
  blob: Uint8Array,
): Promise<Result<HostKeyAcceptance>> {
  const offered: OfferedHostKey = { host, port, keyType: harmlessLine(typeOfBlob(blob)), blob };
  onLog(`Host key: ${offered.keyType} ${fingerprintOf(parseCertificate(blob)?.key ?? blob)}`);
  const result = await policy.check(offered, rules, ask);
  onLog(result.ok ? sentences[result.value] : `Host key refused: ${result.failure.message}`);
  return result;
}

const sentences: Readonly<Record<HostKeyAcceptance, string>> = {
  known: 'The host key is known.',
  certified: 'The host has a certificate of an authority that is known.',
  configured: 'The host key is one of those that the settings of this session name.',
  saved: 'Host key accepted and saved.',
  once: 'Host key accepted for this connection.',
};
