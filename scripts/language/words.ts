/** Names that KeyboardEvent gives to keys: they look like words, and are compared. */
const keyNames =
  /^(Enter|Escape|Tab|Backspace|Delete|Insert|Home|End|Space|Shift|Control|Alt|Meta|Process|Dead|Arrow\w*|Page(Up|Down)?)$/;

/** Media queries, and lists of CSS selectors or names. */
const code = /^\([a-z-]+: [a-z]+\)$|^[a-z-]+(\[[^\]]*\]|:[a-z]+(\(\S*\))?)*(, \S+)+$/;

/** Whether a text that stands among what is shown has something to read. */
export const isWord = (text: string): boolean => /\p{L}/u.test(text.replaceAll('{}', ''));

/** Whether a text in code looks as though a user read it: several words, or one that begins as a label does. */
export const isProse = (text: string): boolean =>
  (/\p{L}{2,}.* .*\p{L}/su.test(text) && !code.test(text)) ||
  (/^\p{Lu}\p{Ll}+[…:.!?]?$/u.test(text) && !keyNames.test(text));
