import type { Profile } from '#contract/profile/profile.ts';
import { checkSetting } from '#contract/profile/validate.ts';

/** What a session in a terminal has around it. */
export interface Surroundings {
  /** What the command line says of a pseudo-terminal; null: nothing. */
  readonly noPty: boolean | null;
  /** The command line has a remote command. */
  readonly hasCommand: boolean;
  /** Standard input is a terminal: somebody types. */
  readonly isTyped: boolean;
  /** The terminal's kind, as TERM has it; null where it has none. */
  readonly terminalType: string | null;
  readonly size: { readonly columns: number; readonly rows: number } | null;
}

/**
 * The settings of a session as they hold in a terminal: its own size and kind are told to the server, and where nobody
 * types, and no tunnels are kept, a session that is lost is over: a script's input can't be sent again. As with ssh, a
 * command and input that is piped have no pseudo-terminal, which would change bytes, unless it is asked for. Nor are
 * bytes translated: the terminal around it has a character set of its own, and a pipe none.
 */
export function terminalProfile(profile: Profile, around: Surroundings): Profile {
  const { isTyped, terminalType, size } = around;
  const hasType = isTyped && terminalType !== null && checkSetting('terminalType', terminalType).ok;
  const goesOn = profile.noShell || (isTyped && profile.remoteCommand === '');
  return {
    ...profile,
    characterSet: 'utf-8',
    noPty: around.noPty ?? (around.hasCommand || !isTyped || profile.noPty),
    ...(size ?? {}),
    ...(hasType ? { terminalType } : {}),
    ...(goesOn ? {} : { whenLost: 'wait', whenStalled: profile.whenStalled === 'mark' ? 'mark' : 'disconnect' }),
  };
}
