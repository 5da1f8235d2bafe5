import type { Profile } from '#contract/profile/profile.ts';
import type { PartContext, TerminalPart } from '../terminal-parts.ts';
import { coreOf } from './core.ts';

const enquiry = '\u0005';

/** Answers the server's ^E (ENQ) with the text of the profile. */
export function answerEnquiries(
  { terminal, type, isReplaying }: Pick<PartContext, 'terminal' | 'type' | 'isReplaying'>,
  profile: Profile,
): TerminalPart {
  const parser = coreOf(terminal)._inputHandler._parser;
  let answer = controlText(profile.answerback);
  parser.setExecuteHandler(enquiry, () => {
    if (answer !== '' && !isReplaying()) type(answer);
    return true;
  });
  return {
    apply: (next) => {
      answer = controlText(next.answerback);
    },
    dispose: () => parser.setExecuteHandler(enquiry, () => true),
  };
}

/** PuTTY's notation: `^M` is Ctrl+M, `^?` DEL, `^~` a caret. */
export const controlText = (text: string): string =>
  text.replace(/\^([@A-Z[\\\]^_?~])/gi, (_match, sign: string) => {
    if (sign === '~') return '^';
    return sign === '?' ? '\u007f' : String.fromCharCode(sign.toUpperCase().charCodeAt(0) & 0x1f);
  });
