import { UnicodeGraphemesAddon } from '@xterm/addon-unicode-graphemes';
import type { IUnicodeHandling, IUnicodeVersionProvider, Terminal } from '@xterm/xterm';
import type { Profile } from '#contract/profile/profile.ts';
import type { TerminalPart } from '../terminal-parts.ts';

/** The grapheme addon's own name for its widths. */
const graphemes = '15-graphemes';
const ambiguousWide = '15-graphemes-ambiguous-wide';

/**
 * How many cells a character takes: by whole graphemes, and with "Treat CJK ambiguous characters as wide" two for each
 * that Unicode's East Asian Width (UAX 11) calls ambiguous. A change is for what is printed from then on, as in PuTTY.
 */
export function setWidths(terminal: Terminal, profile: Profile): TerminalPart {
  const { unicode } = terminal;
  const narrow = addonsProvider();
  unicode.register(narrow);
  unicode.register(withAmbiguousWide(narrow));
  const apply = (next: Profile) => {
    unicode.activeVersion = next.ambiguousWide ? ambiguousWide : graphemes;
  };
  apply(profile);
  return { apply, dispose: () => undefined };
}

/** Of the properties that a provider gives: the character goes into the cell of the one before it. */
const joins = 1;

/** The addon's provider has a switch for this, which its own types leave out. */
type Switched = IUnicodeVersionProvider & { ambiguousCharsAreWide: boolean };

/** Combining marks are ambiguous too, to Unicode and to the addon: they widen nothing. */
function withAmbiguousWide(narrow: IUnicodeVersionProvider): IUnicodeVersionProvider {
  const wide = addonsProvider();
  wide.ambiguousCharsAreWide = true;
  return {
    version: ambiguousWide,
    wcwidth: (codepoint) => wide.wcwidth(codepoint),
    charProperties: (codepoint, preceding) => {
      const properties = narrow.charProperties(codepoint, preceding);
      return (properties & joins) === 0 ? wide.charProperties(codepoint, preceding) : properties;
    },
  };
}

/** The addon hands its provider to a terminal's Unicode handling alone: so it is given one that keeps it. */
function addonsProvider(): Switched {
  const handed: IUnicodeVersionProvider[] = [];
  const unicode: IUnicodeHandling = { register: (provider) => handed.push(provider), versions: [], activeVersion: '' };
  new UnicodeGraphemesAddon().activate({ unicode } as Terminal);
  return handed.find(({ version }) => version === graphemes) as Switched;
}
