import { t } from '#contract/language/language.ts';
import { settingsTable } from '#contract/settings/settings-table.ts';
import { changing, type Keys, leavingOut, type Meaning, nothing, type Special } from './special.ts';

/** Points are 1/72 inch, CSS pixels 1/96. */
const pixelsOf = (points: number): number => {
  const { min, max } = settingsTable.fontSize;
  return Math.min(Math.max(Math.round((points * 96) / 72), min), max);
};

/** What PuTTY shows where nobody chose a font: there Holdfast's own is kept. */
const isOwnFont = (family: string, height: string | undefined) =>
  family === '' || (family === 'Courier New' && [undefined, '10'].includes(height)) || family === 'server:fixed';

/** Windows has `Font` with `FontHeight` in points; Unix one `FontName`, by GTK (`client:Monospace 12`) or by the X server. */
function fontOf(keys: Keys): Meaning {
  const [windows, unix, height] = [keys('Font'), keys('FontName'), keys('FontHeight')];
  const name = windows ?? unix ?? '';
  if (isOwnFont(name, height)) return nothing;
  if (name.startsWith('server:')) {
    const reason = t("Fonts of the X server can't be shown here: choose one in the Appearance panel.");
    return leavingOut('FontName', name, reason);
  }
  const [, family = '', points] = /^(?:client:)?(.*?)(?:[ ,]+(\d{1,3}(?:\.\d+)?))?$/.exec(name) ?? [];
  const size = Number(height ?? points);
  const fontSize = Number.isFinite(size) && size > 0 ? { fontSize: pixelsOf(size) } : {};
  const fontWeight = (keys('FontIsBold') ?? '0') === '0' ? {} : ({ fontWeight: '700' } as const);
  return changing({ fontFamily: family.trim(), ...fontSize, ...fontWeight });
}

export const font: Special = {
  keys: ['Font', 'FontName', 'FontHeight', 'FontIsBold', 'FontCharSet'],
  read: fontOf,
};
