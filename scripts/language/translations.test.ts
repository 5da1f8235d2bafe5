import { describe, expect, it } from 'vitest';
import { englishSingulars } from '#contract/language/english-singulars.ts';
import { japaneseAreas } from '#contract/language/japanese.ts';
import { readSources } from './sources.ts';
import { tableTexts } from './table-texts.ts';

const sources = readSources('.');
const listed = (file: string, places: readonly { readonly line: number; readonly text: string }[]) =>
  places.map(({ line, text }) => `${file}:${line}: ${text}`);

const catalogue = Object.entries(japaneseAreas).flatMap(([area, texts]) =>
  Object.entries(texts).map(([english, japanese]) => ({ area, english, japanese })),
);
const translated = new Set(catalogue.map(({ english }) => english));
const keys = new Set(sources.flatMap((source) => source.keys.map(({ text }) => text)));
const tableKeys = new Set(tableTexts());

const namesIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe('the sources', () => {
  it('are read', () => {
    expect(sources.length).toBeGreaterThan(500);
    expect(keys.size).toBeGreaterThan(10);
  });

  it('have no text for users that is not translated', () => {
    expect(sources.flatMap(({ path, untranslated }) => listed(path, untranslated))).toEqual([]);
  });

  it('translate whole texts, and none before the language is known', () => {
    expect(sources.flatMap(({ path, misused }) => listed(path, misused))).toEqual([]);
  });
});

describe('the Japanese catalogue', () => {
  it('has every text', () => {
    expect([...keys, ...tableKeys].filter((text) => !translated.has(text))).toEqual([]);
  });

  it('has no text that is used nowhere', () => {
    const unused = catalogue.filter(({ english }) => !keys.has(english) && !tableKeys.has(english));
    expect(unused.map(({ area, english }) => `${area}.json: ${english}`)).toEqual([]);
  });

  it('has each text once', () => {
    const seen = new Set<string>();
    const again = catalogue.filter(({ english }) => seen.has(english) || !seen.add(english));
    expect(again.map(({ area, english }) => `${area}.json: ${english}`)).toEqual([]);
  });

  it('has the values of the English texts in the Japanese ones, and no others', () => {
    const differing = catalogue.filter(({ english, japanese }) => `${namesIn(english)}` !== `${namesIn(japanese)}`);
    expect(differing.map(({ area, english }) => `${area}.json: ${english}`)).toEqual([]);
  });

  it('has no empty text', () => {
    expect(catalogue.filter(({ japanese }) => japanese.trim() === '')).toEqual([]);
  });
});

describe('the English singulars', () => {
  it('are of texts that count', () => {
    const plurals = Object.keys(englishSingulars).map((key) => key.replace(/_one$/, ''));
    expect(plurals.filter((text) => !keys.has(text) || !text.includes('{count}'))).toEqual([]);
  });
});
