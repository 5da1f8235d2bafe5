// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources that are read have templates

import { describe, expect, it } from 'vitest';
import { readSource } from './read-source.ts';

const read = (source: string) => readSource('a.tsx', source);
const untranslated = (source: string) => read(source).untranslated.map(({ text }) => text);
const keys = (source: string) => read(source).keys.map(({ text }) => text);
const misused = (source: string) => read(source).misused.map(({ text }) => text);

describe('a text that is not translated', () => {
  it.each([
    ['text of JSX', 'const a = () => <p>Close</p>;', 'Close'],
    ['text of one letter', 'const a = () => <p>{n} s</p>;', 's'],
    ['an attribute', 'const a = () => <input aria-label="size" />;', 'size'],
    ['a prop', 'const a = () => <Field label={isNew ? "name" : t("Old")} />;', 'name'],
    ['a child in braces', 'const a = () => <p>{on ? "on" : null}</p>;', 'on'],
    ['a template', 'const a = () => <p>{`${n} files`}</p>;', '{} files'],
    ['a sentence in code', 'const a = () => notify("It is gone.");', 'It is gone.'],
    ['a label in code', "const a = { label: 'Close' };", 'Close'],
    ['a message with parts', 'const a = { message: `No ${what} here.` };', 'No {} here.'],
    ['a value of a translated text', 'const a = () => t("It {does}", { does: "is gone" });', 'is gone'],
  ])('is found: %s', (_, source, text) => expect(untranslated(source)).toEqual([text]));

  it.each([
    ['names', 'const a = "close-tab"; const b = <i className="big one" data-x="Yes" />;'],
    ['imports', 'import "A b"; export * from "C d";'],
    ['types', 'type A = "Big one"; const a = b as "Big two";'],
    ['comparisons', 'const a = b === "Some text"; switch (b) { case "Some more": }'],
    ['keys', 'const a = { "Some text": 1 }["Some text"];'],
    ['errors for programmers', 'throw new Error("It is broken.");'],
    ['the Event Log', 'onLog("It is connected."); events.log(`It is ${gone}.`);'],
    ['names of keys', 'const a = ["Escape", "ArrowUp"];'],
    ['queries', 'matchMedia("(prefers-color-scheme: dark)");'],
  ])('is not seen in %s', (_, source) => expect(untranslated(source)).toEqual([]));

  it('has its line', () => {
    expect(read('\n\nconst a = "Some text";').untranslated).toEqual([{ text: 'Some text', line: 3 }]);
  });
});

describe('a translated text', () => {
  it.each([
    ['one', 'const a = () => t("Close");', ['Close']],
    ['either of two', 'const a = () => t(b ? "Open it" : "Close it");', ['Open it', 'Close it']],
    ['of a table', 'const a = english({ b: "Open it", c: "Close it" });', ['Open it', 'Close it']],
    ['marked', 'const a = [{ value: "b", label: english("Open it") }];', ['Open it']],
    ['of a row', 'const a = () => t(row.label);', []],
  ])('is a key: %s', (_, source, texts) => {
    expect(keys(source)).toEqual(texts);
    expect(untranslated(source)).toEqual([]);
    expect(misused(source)).toEqual([]);
  });

  it.each(['const a = () => t(`No ${b}`);', 'const a = () => t("No " + b);'])('is not put together: %s', (source) =>
    expect(misused(source)).toEqual(['a text that is put together']),
  );

  it('is not asked for while a module is evaluated', () => {
    expect(misused('const a = t("Close");')).toEqual(['called while the module is evaluated']);
    expect(misused('const a = { b: () => t("Close") };')).toEqual([]);
  });
});
