import { defaultProfile } from '#contract/profile/profile.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import type { HostKeyRules, OfferedHostKey } from '../host-key-policy.ts';
import { createHostKeyPolicy, type HostKeyPolicyOptions } from '../known-hosts-policy.ts';

/** For tests: a policy, asked under the default rules with these different. */
export function policyUnder(rules: Partial<HostKeyRules>, options: HostKeyPolicyOptions) {
  const policy = createHostKeyPolicy(options);
  const all = { ...defaultProfile, ...rules };
  return {
    check: (offered: OfferedHostKey, ask: (prompt: Prompt) => Promise<PromptAnswer>) => policy.check(offered, all, ask),
    knownTypes: (host: string, port: number) => policy.knownKeys(host, port, all).types,
    hasAuthority: (host: string, port: number) => policy.knownKeys(host, port, all).hasAuthority,
  };
}
