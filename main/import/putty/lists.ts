/**
 * PuTTY's lists in one value: `A=1,B=2`. A backslash takes the meaning from the `,`, `=` or backslash after it. A part
 * without `=` is a name alone.
 */
export function parsePuttyList(text: string): readonly (readonly [name: string, value: string])[] {
  const parts = text.match(/(?:\\.|[^\\,])+/gs) ?? [];
  return parts.map((part) => {
    const [, name = '', value = ''] = /^((?:\\.|[^\\=])*)=?(.*)$/s.exec(part) ?? [];
    return [unescaped(name), unescaped(value)] as const;
  });
}

const unescaped = (text: string) => text.replace(/\\(.)/gs, '$1');
