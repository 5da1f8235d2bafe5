import { harmlessText } from '../sanitise.ts';

/** Lines of the notice that go into the log. */
const maxLines = 40;

/** The server's notices before the login (RFC 4252, 5.4); it may send several. */
export interface Banner {
  readonly add: (text: string) => void;
  /** All of them, made harmless; null if there was none. */
  readonly text: () => string | null;
}

export function createBanner(onLog: (text: string) => void): Banner {
  let text = '';
  let logged = 0;

  return {
    text: () => (text === '' ? null : text),
    add: (more) => {
      text = harmlessText(text + harmlessText(more));
      const lines = harmlessText(more)
        .split('\n')
        .filter((line) => line.trim() !== '');
      for (const line of lines.slice(0, maxLines - logged)) onLog(`Server notice: ${line}`);
      logged = Math.min(maxLines, logged + lines.length);
    },
  };
}
