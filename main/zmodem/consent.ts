import type { FileFacts } from '#contract/files/files.ts';
import type { ZmodemAnswer } from '#contract/files/zmodem.ts';
import { harmlessLine } from '../ssh/sanitise.ts';
import type { Offer } from './offer.ts';
import type { Conflict } from './place-file.ts';
import type { TransferTools } from './transfer.ts';

/** What the user agrees to of what one program at the server sends. */
export interface Consent {
  /** Where the files go. */
  readonly folder: () => string;
  /** Files that were agreed to so far. */
  readonly files: () => number;
  /**
   * Asks if need be: once for as many files as the server says that it has; what is more is asked for again. `ended`: the
   * transfer has, meanwhile.
   */
  readonly toFile: (offer: Offer, name: string) => Promise<'given' | 'refused' | 'never' | 'ended'>;
  /** Asks what to do with a file that is in the way; null where the transfer has ended meanwhile. */
  readonly toReplace: (
    name: string,
    facts: { readonly from: FileFacts; readonly to: FileFacts },
  ) => Promise<Conflict | null>;
}

export function createConsent(
  { host, ask, local }: Pick<TransferTools, 'host' | 'ask' | 'local'>,
  keepWaiting: () => void,
): Consent {
  let folder = local.folder();
  let [agreed, used] = [0, 0];
  let forAll: Conflict | null = null;

  const askFor = async (offer: Offer, name: string) => {
    const files = Math.max(1, offer.files ?? 1);
    const totalBytes = offer.totalBytes ?? (files === 1 ? offer.size : null);
    for (;;) {
      const facts = { host, name: harmlessLine(name), files, totalBytes, folder: harmlessLine(folder) };
      const said = await ask({ kind: 'offered', ...facts }, keepWaiting);
      if (said === null) return 'ended';
      if (said !== 'receive' && said !== 'choose') return said === 'never' ? 'never' : 'refused';
      const chosen = said === 'choose' ? await local.chooseFolder(keepWaiting) : folder;
      if (chosen === null) continue;
      folder = chosen;
      local.noteFolder(folder);
      agreed += files;
      return 'given';
    }
  };

  return {
    folder: () => folder,
    files: () => agreed,
    toFile: async (offer, name) => {
      const answer = used < agreed ? 'given' : await askFor(offer, name);
      if (answer === 'given') used += 1;
      return answer;
    },
    toReplace: async (name, facts) => {
      if (forAll !== null) return forAll;
      const said = await ask({ kind: 'exists', name: harmlessLine(name), ...facts }, keepWaiting);
      if (said === null) return null;
      if (said.endsWith('-all')) forAll = conflictOf(said);
      return conflictOf(said);
    },
  };
}

function conflictOf(said: ZmodemAnswer): Conflict {
  if (said === 'overwrite' || said === 'overwrite-all') return 'overwrite';
  return said === 'rename' || said === 'rename-all' ? 'rename' : 'skip';
}
