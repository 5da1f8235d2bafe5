import { spawnSync } from 'node:child_process';
import { env } from 'node:process';
import { isHeadless } from './chromium/flags.ts';
import type { ChromiumWindow } from './chromium/launch.ts';
import { windowList } from './window-list.ts';

/** One thing in several forms, by their MIME types. */
export class ClipboardItemStandIn {
  readonly forms: Readonly<Record<string, string>>;

  constructor(forms: Readonly<Record<string, string>>) {
    this.forms = forms;
  }
}

/** The desktop's clipboard through Chromium, whose page may use it for the moment of the call alone. */
class ClipboardStandIn {
  #kept = '';

  async readText(): Promise<string> {
    const read = await throughPage('navigator.clipboard.readText()');
    return typeof read === 'string' ? read : this.#kept;
  }

  async writeText(text: string): Promise<void> {
    this.#kept = text;
    await throughPage(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  }

  /** As text and HTML: Chromium writes no RTF. */
  async write(items: readonly ClipboardItemStandIn[]): Promise<void> {
    const forms = items[0]?.forms ?? {};
    this.#kept = forms['text/plain'] ?? '';
    const kept = Object.fromEntries(Object.entries(forms).filter(([type]) => type !== 'text/rtf'));
    await throughPage(`navigator.clipboard.write([new ClipboardItem(${JSON.stringify(kept)})])`);
  }

  clear(): Promise<void> {
    return this.writeText('');
  }

  readonly selection = new SelectionStandIn();
}

/** The PRIMARY selection of X11 or Wayland, by the programs for it; else a text of the application's own. */
class SelectionStandIn {
  #kept = '';

  async readText(): Promise<string> {
    const [program, ...args] = env.WAYLAND_DISPLAY ? ['wl-paste', '--primary', '--no-newline'] : xclip('-o');
    return run(program, args, '') ?? this.#kept;
  }

  async writeText(text: string): Promise<void> {
    this.#kept = text;
    const [program, ...args] = env.WAYLAND_DISPLAY ? ['wl-copy', '--primary'] : xclip('-i');
    run(program, args, text);
  }
}

const xclip = (direction: '-i' | '-o'): [string, ...string[]] => ['xclip', '-selection', 'primary', direction];

/** What the program prints, or null where there is none or no display. Only for windows that somebody sees. */
function run(program: string, args: readonly string[], input: string): string | null {
  if (isHeadless) return null;
  // xclip stays behind to serve the text: it must not hold our pipe open.
  const stdout = input === '' ? 'pipe' : 'ignore';
  const result = spawnSync(program, args, { input, encoding: 'utf8', stdio: ['pipe', stdout, 'ignore'] });
  return result.status === 0 ? result.stdout : null;
}

const names = ['clipboard-read', 'clipboard-write'] as const;

let last: Promise<unknown> = Promise.resolve();

/** One call after the other, as the desktop's own clipboard takes them: each would take the permission from the next. */
function throughPage(expression: string): Promise<unknown> {
  const result = last.then(() => evaluate(expression));
  last = result;
  return result;
}

/** Never rejects. */
async function evaluate(expression: string): Promise<unknown> {
  const chromium = windowList.all().at(-1)?.webContents.host.chromium;
  if (!chromium) return null;
  try {
    await setPermission(chromium, 'granted');
    const { result } = await chromium.page.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      userGesture: true,
    });
    return result.value;
  } catch {
    return null;
  } finally {
    await setPermission(chromium, 'denied').catch(() => undefined);
  }
}

async function setPermission({ browser }: ChromiumWindow, setting: 'granted' | 'denied'): Promise<void> {
  for (const name of names) await browser.send('Browser.setPermission', { permission: { name }, setting });
}

export const clipboard = new ClipboardStandIn();
