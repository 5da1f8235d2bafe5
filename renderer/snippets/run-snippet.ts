import type { Bridge } from '#contract/channels/channels.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { SessionId } from '#contract/session/session.ts';
import type { TerminalView } from '../terminal/terminal-view.ts';
import type { Pane, ShellState } from '../window/state.ts';
import { fillIn, questionsOf, readTemplate, type Variable, variablesOf } from './template.ts';

/** A snippet that cannot be typed before its questions are answered. */
export interface SnippetQuestions {
  readonly id: SessionId;
  readonly name: string;
  readonly questions: readonly string[];
}

interface SnippetOptions {
  readonly bridge: Bridge;
  readonly state: () => ShellState;
  readonly view: (id: SessionId) => TerminalView | undefined;
  readonly ask: (asked: SnippetQuestions) => void;
}

/** Types the snippet of this name into a session. Without answers, it asks first where the snippet has questions. */
export type RunSnippet = (id: SessionId, name: string, answers?: ReadonlyMap<string, string>) => Promise<void>;

export function createRunSnippet({ bridge, state, view, ask }: SnippetOptions): RunSnippet {
  return async (id, name, answers) => {
    const pane = state().panes.get(id);
    const text = pane?.session.profile.snippets.find((snippet) => snippet.name === name)?.value;
    if (pane === undefined || text === undefined) return;
    const template = readTemplate(text);
    const questions = questionsOf(template);
    if (questions.length > 0 && answers === undefined) return ask({ id, name, questions });
    const clipboard = variablesOf(template).includes('clipboard') ? await readClipboard(bridge) : '';
    const values = { ...valuesOf(pane), clipboard, selection: view(id)?.selection() ?? '' };
    view(id)?.type(fillIn(template, values, answers ?? new Map()));
  };
}

/** Whether a snippet has questions, which must be answered before it can be typed. */
export const asksFirst = ({ snippets }: Profile, name: string): boolean =>
  snippets.some((snippet) => snippet.name === name && questionsOf(readTemplate(snippet.value)).length > 0);

async function readClipboard(bridge: Bridge): Promise<string> {
  const read = await bridge.request('clipboard.read', { from: 'clipboard' });
  return read.ok ? read.value : '';
}

function valuesOf({ session }: Pane): Readonly<Partial<Record<Variable, string>>> {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return {
    host: session.profile.hostName,
    user: session.profile.userName,
    port: String(session.profile.portNumber),
    session: session.name,
    date: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    time: `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`,
  };
}
