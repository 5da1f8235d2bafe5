import type { Profile } from '#contract/profile/profile.ts';
import type { PartContext, TerminalPart } from '../terminal-parts.ts';
import { cleanTitle } from './titles.ts';

/** What is asked for (XTWINOPS), and the letter that its answer begins with. */
const queries: Readonly<Record<number, string>> = { 20: 'L', 21: 'l' };

/** Keeps titles from being set, and answers what they are, as the Features panel says. */
export function answerTitleQueries(
  { terminal, type, isReplaying }: Pick<PartContext, 'terminal' | 'type' | 'isReplaying'>,
  profile: Profile,
): TerminalPart {
  let features = profile;
  let title = '';

  const handlers = [
    ...[0, 1, 2].map((code) =>
      terminal.parser.registerOscHandler(code, (text) => {
        if (!features.noRemoteTitle && code !== 1) title = cleanTitle(text);
        return features.noRemoteTitle;
      }),
    ),
    terminal.parser.registerCsiHandler({ final: 't' }, ([asked]) => {
      const letter = queries[Number(asked)];
      if (letter === undefined) return false;
      const shown = features.titleQueryResponse === 'title' ? title : '';
      if (features.titleQueryResponse !== 'none' && !isReplaying()) type(`\u001b]${letter}${shown}\u001b\\`);
      return true;
    }),
  ];
  return {
    apply: (next) => {
      features = next;
    },
    dispose: () => {
      for (const handler of handlers) handler.dispose();
    },
  };
}
