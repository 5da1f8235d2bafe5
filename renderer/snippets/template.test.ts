import { describe, expect, it } from 'vitest';
import { fillIn, questionsOf, readTemplate, variablesOf } from './template.ts';

const filled = (text: string, values = {}, answers: Record<string, string> = {}) =>
  fillIn(readTemplate(text), values, new Map(Object.entries(answers)));

describe('the text of a snippet', () => {
  it('has keys for its escapes', () => {
    expect(filled('ls\\r\\x03')).toBe('ls\r\u0003');
  });

  it('has values filled in, and leaves the shell its own', () => {
    expect(filled('ping ${host} # ${HOME} ${user}', { host: 'db', user: 'ada' })).toBe('ping db # ${HOME} ada');
    expect(variablesOf(readTemplate('${host} ${HOME} ${user}'))).toEqual(['host', 'user']);
  });

  it('has answers filled in, each asked for once', () => {
    const text = 'cp ${ask:From} ${ask:To} && echo ${ask:From}';
    expect(questionsOf(readTemplate(text))).toEqual(['From', 'To']);
    expect(filled(text, {}, { From: 'a', To: 'b' })).toBe('cp a b && echo a');
  });

  it('takes no key from what is filled in', () => {
    expect(filled('echo ${clipboard}', { clipboard: 'x\nrm -rf /\r\u001b[A' })).toBe('echo x rm -rf / [A');
    expect(filled('echo ${clipboard}', { clipboard: '\\r' })).toBe('echo \\r');
    expect(filled('echo ${clipboard}', { clipboard: '${host}', host: 'db' })).toBe('echo ${host}');
  });
});
