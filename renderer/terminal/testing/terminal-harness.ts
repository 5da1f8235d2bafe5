import type { UserInput } from '#contract/channels/broadcast-channels.ts';
import type { RichText } from '#contract/channels/channels.ts';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { createFakePort, type FakePort } from '../../testing/fake-port.ts';
import { loadFonts } from '../drawing/fonts.ts';
import type { Titles } from '../emulation/titles.ts';
import type { EndedCommand } from '../shell/shell-marks.ts';
import { darkSurroundings, type Surroundings } from '../surroundings.ts';
import type { TerminalHost } from '../terminal-host.ts';
import { createTerminalView, type TerminalView } from '../terminal-view.ts';

/** What the terminal told the program around it. */
export interface HostCalls {
  readonly titles: Titles[];
  readonly written: { readonly to: string; readonly text: string; readonly rich?: RichText }[];
  readonly asked: string[];
  readonly opened: string[];
  readonly commands: EndedCommand[];
  readonly userInput: UserInput[];
  readonly sizes: { readonly columns: number; readonly rows: number }[];
  readonly sizesAsked: { readonly columns: number; readonly rows: number }[];
  readonly counts: { output: number; bells: number; menus: number; attention: number; restarts: number };
}

export interface Harness {
  readonly view: TerminalView;
  readonly port: FakePort;
  readonly calls: HostCalls;
  /** Sends output and waits until all of it was parsed. */
  readonly print: (text: string) => Promise<void>;
  /** The whole text of the terminal. */
  readonly text: () => string;
  readonly dispose: () => void;
}

/** A terminal in the page, 640 x 400, on a fake port. */
export async function setUpTerminal(
  host: Partial<TerminalHost> = {},
  profile: Partial<Profile> = {},
  surroundings: Surroundings = darkSurroundings,
): Promise<Harness> {
  await loadFonts();
  const calls: HostCalls = {
    titles: [],
    written: [],
    asked: [],
    opened: [],
    commands: [],
    sizes: [],
    userInput: [],
    sizesAsked: [],
    counts: { output: 0, bells: 0, menus: 0, attention: 0, restarts: 0 },
  };
  const place = document.createElement('div');
  place.style.cssText = 'width: 640px; height: 400px';
  document.body.append(place);
  const view = createTerminalView({ ...defaultProfile, ...profile }, surroundings, {
    platform: 'linux',
    readClipboard: async () => '',
    writeClipboard: (to, text, rich) => calls.written.push({ to, text, ...(rich === undefined ? {} : { rich }) }),
    confirmPaste: async (text) => {
      calls.asked.push(text);
      return true;
    },
    openLink: (url) => calls.opened.push(url),
    showMenu: () => {
      calls.counts.menus += 1;
    },
    onTitles: (titles) => calls.titles.push(titles),
    onDirectory: () => undefined,
    onOutput: () => {
      calls.counts.output += 1;
    },
    onBell: () => {
      calls.counts.bells += 1;
    },
    highlightSets: { getState: () => [], subscribe: () => () => undefined },
    onTriggered: () => undefined,
    readBellSound: async () => null,
    askAttention: () => {
      calls.counts.attention += 1;
    },
    onClipboardWrite: () => undefined,
    onCommandEnded: (command) => calls.commands.push(command),
    onUserInput: (input) => calls.userInput.push(input),
    onResize: (size) => calls.sizes.push(size),
    onSizeAsked: (size) => calls.sizesAsked.push(size),
    onRestart: () => {
      calls.counts.restarts += 1;
    },
    ...host,
  });
  place.append(view.element);
  view.show();
  view.focus();
  const port = createFakePort();
  view.connect(port.port);

  let sent = 0;
  const print = async (text: string) => {
    const bytes = new TextEncoder().encode(text);
    sent += bytes.length;
    port.send(bytes);
    await waitFor(() => port.credited() >= sent);
  };
  const text = () => {
    calls.written.length = 0;
    view.copyAll();
    return calls.written.pop()?.text ?? '';
  };
  const dispose = () => {
    view.dispose();
    port.close();
    place.remove();
  };
  return { view, port, calls, print, text, dispose };
}

/** Polls, because nothing tells of what a test waits for. */
export async function waitFor(condition: () => boolean, limitMs = 20_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!condition()) {
    if (performance.now() > end) throw new Error('Waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
