import { failed, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { Choice } from '../profiles/choice.ts';
import type { SshConfig } from '../ssh-config/source.ts';
import type { RequestHandlers } from './router.ts';

type SshConfigRequests = Pick<RequestHandlers, 'ssh-config.list' | 'ssh-config.run-commands' | 'ssh-config.configure'>;

/** What the window may ask of the user's ssh_config files. */
export const sshConfigRequests = (sshConfig: SshConfig, runsCommands: Choice): SshConfigRequests => ({
  'ssh-config.list': () => success(sshConfig.list()),
  'ssh-config.run-commands': ({ run }) => {
    const kept = runsCommands.set(run);
    return kept.ok ? success(sshConfig.list()) : kept;
  },
  'ssh-config.configure': async ({ host }) => {
    const found = await sshConfig.configure(host, {});
    return found === null
      ? failed({
          code: 'not-found',
          message: t('~/.ssh/config has no Host {host} any more.', { host }),
          retryable: true,
        })
      : success(found);
  },
});
