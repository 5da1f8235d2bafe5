import { harmlessLine } from '../ssh/sanitise.ts';
import { moreLeftOut } from './words.ts';

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

/** `doneWords`: a sentence on so many files; with the name, if it is one. */
export function createTally(doneWords: (files: number, name: string) => string): Tally {
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
      const more = leftOut.length - maxSentences;
      return [
        ...(done === 0 ? [] : [doneWords(done, last)]),
        ...leftOut.slice(0, maxSentences),
        ...(more > 0 ? [moreLeftOut(more)] : []),
      ].join(' ');
    },
  };
}
