import { t } from '#contract/language/language.ts';
import { type ProfileChanges, parseProfileChanges } from '#contract/profile/profile.ts';
import type { ConfigRemark } from '#contract/saved/ssh-config.ts';
import type { Resolved, Value } from './resolve.ts';
import { setters } from './setters.ts';

/** What the files set for a host, and what of it comes to nothing. */
export interface Configured {
  readonly changes: ProfileChanges;
  readonly remarks: readonly ConfigRemark[];
}

/** Turns what the files say into settings; every value is checked as one that was typed. */
export function settingsOf({ values, to, remarks }: Resolved): Configured {
  const told: ConfigRemark[] = [...remarks];
  const tell = ({ file, line, written }: Value, text: string) => told.push({ file, line, text: `${written} ${text}` });
  let changes: ProfileChanges = { hostName: to.host };
  for (const [keyword, found] of values) {
    const first = found[0];
    if (first === undefined) continue;
    const set = setters.get(keyword);
    const setting =
      set?.(
        found.map(({ text }) => text),
        values,
      ) ?? null;
    if (set === undefined) tell(first, t('is not supported, and has no effect here.'));
    else if (setting === null)
      tell(first, t('{value} is not supported, and has no effect here.', { value: shown(first.text) }));
    else {
      if (setting.remark !== undefined) tell(first, t('{remark}.', { remark: shown(setting.remark) }));
      const parsed = parseProfileChanges(setting.changes);
      if (parsed.ok) changes = { ...changes, ...parsed.value };
      else tell(first, t('is left out. {reason}', { reason: parsed.failure.message }));
    }
  }
  return { changes, remarks: told.sort(byPlace) };
}

/** The user's own files, then those for all users. */
const byPlace = (a: ConfigRemark, b: ConfigRemark): number =>
  Number(b.file.startsWith('~')) - Number(a.file.startsWith('~')) || a.file.localeCompare(b.file) || a.line - b.line;

/** Cut to what fits into a sentence. */
const shown = (text: string) => printable(text.length > 120 ? `${text.slice(0, 120)}…` : text);

const printable = (text: string) => text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd');
