import type { Failure } from '#contract/failure.ts';

/** What is told of a failure that belongs to no session. */
export const sentenceOf = ({ message, hint }: Failure): string => (hint === undefined ? message : `${message} ${hint}`);
