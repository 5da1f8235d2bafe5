import { harmlessLine } from '../ssh/sanitise.ts';

/** What became of the files of one transfer, for the line that stays in the terminal. */
export interface Tally {
  readonly add: (name: string) => void;
  /** A full sentence on a file that was not transferred. */
  readonly leaveOut: (sentence: string) => void;
  readonly hasLeftOut: () => boolean;
  /** Full sentences, such as "Received a.txt into /home/ada."; empty where there is nothing to tell. */
  readonly words: () => string;
}

/** Sentences on left out files that are told; what is more is counted. */
const maxSentences = 3;

/** `place`: such as "into /home/ada". */
export function createTally(verb: 'Received' | 'Sent', place: () => string): Tally {
  let done = 0;
  let last = '';
  let leftOut: readonly string[] = [];
  return {
    add: (name) => {
      done += 1;
      last = harmlessLine(name);
    },
    leaveOut: (sentence) => {
      leftOut = [...leftOut, sentence];
    },
    hasLeftOut: () => leftOut.length > 0,
    words: () => {
      const files = done === 1 ? last : `${done} files`;
      const more = leftOut.length - maxSentences;
      return [
        ...(done === 0 ? [] : [`${verb} ${files} ${place()}.`]),
        ...leftOut.slice(0, maxSentences),
        ...(more > 0 ? [`${more} more were left out.`] : []),
      ].join(' ');
    },
  };
}
