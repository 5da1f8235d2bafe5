import { warnBelow } from '#contract/settings/definition.ts';
import { type OrderKey, settingsTable } from '#contract/settings/settings-table.ts';
import { fitsPattern } from './patterns.ts';

/**
 * An order of preference by a list of ssh_config: names alone replace ours, "+" adds to it, "-" takes away, "^" puts
 * first. What is not wanted goes below the line, where it is used after a warning alone. Null: no name is known.
 */
export function orderOf(key: OrderKey, list: string): readonly string[] | null {
  const standard: readonly string[] = settingsTable[key].default;
  const known = standard.filter((name) => name !== warnBelow);
  const usual = standard.slice(0, standard.indexOf(warnBelow));
  const [, sign = '', rest = ''] = /^([+^-]?)(.*)$/s.exec(list) ?? [];
  const patterns = rest.split(',');
  const named = patterns.flatMap((pattern) => known.filter((name) => fitsPattern(name, pattern)));
  if (named.length === 0) return null;
  const wanted = wantedOf(sign, named, usual);
  return [...wanted, warnBelow, ...known.filter((name) => !wanted.includes(name))];
}

function wantedOf(sign: string, named: readonly string[], usual: readonly string[]): readonly string[] {
  switch (sign) {
    case '+':
      return [...new Set([...usual, ...named])];
    case '^':
      return [...new Set([...named, ...usual])];
    case '-':
      return usual.filter((name) => !named.includes(name));
    default:
      return [...new Set(named)];
  }
}
