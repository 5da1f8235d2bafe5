import { useEffect, useState } from 'react';
import type { SshConfigList } from '#contract/saved/ssh-config.ts';
import type { SshConfigActions } from './ssh-config-actions.ts';

const nothing: SshConfigList = { hosts: [], remarks: [], matchExec: 'none' };

/** What ~/.ssh/config holds, as it was when the list came into view, and how to take a newer one. */
export function useSshConfig(actions: SshConfigActions): readonly [SshConfigList, (list: SshConfigList) => void] {
  const [list, setList] = useState(nothing);
  useEffect(() => {
    let isShown = true;
    void actions.list().then((result) => {
      if (isShown && result.ok) setList(result.value);
    });
    return () => {
      isShown = false;
    };
  }, [actions]);
  return [list, setList];
}
