import { app } from 'electron';
import { keyTableOf } from '#contract/keys/key-bindings.ts';
import type { KeyTable } from '#contract/keys/key-presets.ts';
import type { System } from '#contract/settings/definition.ts';
import { keyRequests } from '../ipc/key-routes.ts';
import { openKeyBindings } from '../profiles/key-bindings.ts';
import type { Windows } from '../windows/windows.ts';

/** The program's own keys: what menus show of them, and what the window may ask. */
export interface ProgramKeys {
  readonly table: () => KeyTable;
  readonly requests: ReturnType<typeof keyRequests>;
}

/** `onChange` is called once every window was told. */
export function createProgramKeys(system: System, { send }: Pick<Windows, 'send'>, onChange: () => void): ProgramKeys {
  const keys = openKeyBindings(app.getPath('userData'), system);
  return {
    table: () => keyTableOf(keys.current()),
    requests: keyRequests(keys, (bindings) => {
      send('keys.changed', bindings);
      onChange();
    }),
  };
}
