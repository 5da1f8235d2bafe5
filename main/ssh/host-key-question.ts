import type { Result } from '#contract/failure.ts';
import type { Prompt, PromptAnswer } from '#contract/prompt.ts';
import type { HostKeyPolicy, OfferedHostKey } from './host-key-policy.ts';
import { fingerprintOf } from './host-keys/fingerprint.ts';
import { harmlessLine } from './sanitise.ts';
import type { Target } from './target.ts';

/** Puts an offered key to the policy, and the fingerprint and how it was accepted into the log. */
export async function checkHostKey(
  policy: HostKeyPolicy,
  { host, port }: Target,
  blob: Uint8Array,
  ask: (prompt: Prompt) => Promise<PromptAnswer>,
  onLog: (text: string) => void,
): Promise<Result<null>> {
  const offered: OfferedHostKey = { host, port, keyType: keyTypeOf(blob), blob };
  onLog(`Host key: ${offered.keyType} ${fingerprintOf(blob)}`);
  let answer: PromptAnswer | null = null;
  const result = await policy.check(offered, async (prompt) => {
    answer = await ask(prompt);
    return answer;
  });
  onLog(result.ok ? acceptance(answer) : `Host key refused: ${result.failure.message}`);
  return result;
}

function acceptance(answer: PromptAnswer | null): string {
  if (answer === null) return 'The host key is known.';
  return answer.kind === 'accept-and-save' ? 'Host key accepted and saved.' : 'Host key accepted for this connection.';
}

/** The first string of the key's encoding (RFC 4253, 6.6). */
function keyTypeOf(blob: Uint8Array): string {
  const bytes = Buffer.from(blob);
  return bytes.length < 4 ? '' : harmlessLine(bytes.toString('latin1', 4, 4 + bytes.readUInt32BE(0)));
}
