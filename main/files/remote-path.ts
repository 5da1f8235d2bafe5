/** Paths of the server: always with `/`, whatever system it is (draft-ietf-secsh-filexfer-02, 6.2). */
export const joinRemote = (folder: string, name: string): string =>
  folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;

/** The last part; empty for the root. */
export const nameOf = (path: string): string => path.replace(/\/+$/, '').split('/').at(-1) ?? '';

/** The folder that it lies in; the root lies in itself. */
export function parentOf(path: string): string {
  const parts = path.replace(/\/+$/, '').split('/');
  return parts.slice(0, -1).join('/') || '/';
}

/** The same path as it is called in a folder above it: `deep/notes.txt`. */
export const pathWithin = (folder: string, path: string): string => path.slice(folder.length).replace(/^\/+/, '');
