import { assertNever, failed, type Result, success } from '../failure.ts';
import { forwardsRefusal } from '../forwards/validate-forwards.ts';
import { isSetId } from '../highlights/highlight-set.ts';
import { t } from '../language/language.ts';
import type { ListSetting, Pair, PairsSetting, Setting, TextSetting } from '../settings/definition.ts';
import { readHostKeyList } from '../settings/host-key-list.ts';
import { completeOrder, isNameList } from '../settings/order.ts';
import { readPalette } from '../settings/palette.ts';
import { type SettingKey, settingOf } from '../settings/settings-table.ts';
import { isKeyMode, isTerminalMode, terminalModeValue } from '../settings/terminal-modes.ts';
import { textRulesRefusal } from './validate-text-rules.ts';

/**
 * Checks one value against its row of the settings table. The Failure's sentence is shown beside the control, so it
 * states the range. An order of another version is completed.
 */
export function checkSetting(key: SettingKey, value: unknown): Result<unknown> {
  const setting = settingOf(key);
  const message = refusalOf(setting, value);
  if (message !== null) return failed({ code: 'invalid-payload', message, retryable: false, field: key });
  if (setting.type === 'order') return success(completeOrder(setting.default, value as readonly string[]));
  return success(setting.type === 'palette' ? readPalette(value) : value);
}

/** Why a value is refused, as a sentence, or null if it is accepted. */
function refusalOf(setting: Setting, value: unknown): string | null {
  switch (setting.type) {
    case 'integer': {
      const inRange = Number.isInteger(value) && (value as number) >= setting.min && (value as number) <= setting.max;
      return inRange ? null : t('Enter a whole number from {min} to {max}.', { min: setting.min, max: setting.max });
    }
    case 'text':
      if (typeof value !== 'string') return t('Enter text.');
      return (
        textRefusal(plainOf(setting, value), setting.maxLength) ??
        (setting.format === undefined ? null : formatRefusals[setting.format](value))
      );
    case 'toggle':
      return typeof value === 'boolean' ? null : t('Choose on or off.');
    case 'choice':
      return setting.choices.some((choice) => choice.value === value)
        ? null
        : t('Choose one of: {choices}.', { choices: setting.choices.map((choice) => t(choice.label)).join(', ') });
    case 'pairs':
      return pairsRefusal(setting, value);
    case 'order':
      return isNameList(value) ? null : t('Enter a list of names.');
    case 'forwards':
      return forwardsRefusal(setting, value);
    case 'list':
      return listRefusal(setting, value);
    case 'text-rules':
      return textRulesRefusal(value, setting.maxItems);
    case 'highlight-sets':
      return highlightSetsRefusal(value, setting.maxItems);
    case 'palette':
      return readPalette(value) === null ? t('Enter colours as #rrggbb.') : null;
    default:
      return assertNever(setting);
  }
}

/** What a script may have and other text may not. */
const plainOf = ({ isScript }: TextSetting, text: string) => (isScript ? text.replace(/[\n\t]/g, ' ') : text);

function textRefusal(value: string, maxLength: number): string | null {
  if (value.length > maxLength) return t('Enter at most {maxLength} characters.', { maxLength });
  return hasControlCharacter(value) ? t('Line breaks and control characters are not allowed here.') : null;
}

function hostKeysRefusal(value: string): string | null {
  const entries = readHostKeyList(value);
  return typeof entries === 'string' ? t('Neither a fingerprint nor a public key: {entry}', { entry: entries }) : null;
}

/** What terminfo names terminals by; an empty name would reach the server as another, and other characters mangled. */
const terminalTypeRefusal = (value: string) =>
  /^[!-~]+$/.test(value)
    ? null
    : t('Enter the name of a kind of terminal, such as xterm-256color: ASCII characters without spaces.');

const formatRefusals: Readonly<Record<NonNullable<TextSetting['format']>, (value: string) => string | null>> = {
  'host-keys': hostKeysRefusal,
  'terminal-type': terminalTypeRefusal,
};

function pairsRefusal(setting: PairsSetting, value: unknown): string | null {
  if (!Array.isArray(value) || !value.every(isPair)) return t('Enter names and values.');
  if (value.length > setting.maxItems) return t('Enter at most {maxItems} lines.', { maxItems: setting.maxItems });
  const names = new Set<string>();
  for (const pair of value) {
    const nameRefusal = nameRefusals[setting.names](pair);
    if (nameRefusal !== null) return nameRefusal;
    if (names.has(pair.name)) return t('The name {name} is there twice.', { name: pair.name });
    const refusal = textRefusal(pair.value, 4096);
    if (refusal !== null) return refusal;
    names.add(pair.name);
  }
  return null;
}

const variableRefusal = (name: string) =>
  /^[A-Za-z_][A-Za-z0-9_]{0,127}$/.test(name)
    ? null
    : t('A name has letters, digits and underscores, and does not begin with a digit.');

const plainNameRefusal = (name: string) => (name.trim() === '' ? t('A name is missing.') : textRefusal(name, 64));

function modeRefusal({ name, value }: Pair): string | null {
  if (!isTerminalMode(name)) return t('There is no terminal mode "{name}".', { name: name.slice(0, 64) });
  if (value === '' || terminalModeValue(name, value) !== null) return null;
  return isKeyMode(name)
    ? t('{name}: enter a key as ^C, ^? or ^<27>, "none", or nothing.', { name })
    : t('{name}: enter yes, no, or nothing.', { name });
}

/** By what the names of a setting must be. */
const nameRefusals: Readonly<Record<PairsSetting['names'], (pair: Pair) => string | null>> = {
  variables: ({ name }) => variableRefusal(name),
  any: ({ name }) => plainNameRefusal(name),
  'terminal-modes': modeRefusal,
};

function listRefusal({ maxItems, maxLength, itemLabel }: ListSetting, value: unknown): string | null {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) return t('Enter a list of texts.');
  if (value.length > maxItems) return t('Enter at most {maxItems} lines.', { maxItems });
  if (value.some((item) => item.trim() === '')) return t('{name}: a line is empty.', { name: t(itemLabel) });
  return value.map((item) => textRefusal(item, maxLength)).find((refusal) => refusal !== null) ?? null;
}

const highlightSetsRefusal = (value: unknown, maxItems: number) =>
  Array.isArray(value) && value.length <= maxItems && value.every(isSetId) ? null : t('Choose sets.');

const isPair = (item: unknown): item is Pair =>
  typeof item === 'object' &&
  item !== null &&
  Object.keys(item).length === 2 &&
  typeof (item as Pair).name === 'string' &&
  typeof (item as Pair).value === 'string';

/** C0, DEL and C1: none belongs into a host name, a command or a font. */
const hasControlCharacter = (value: string) =>
  [...value].some((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x20 || (code >= 0x7f && code < 0xa0);
  });
