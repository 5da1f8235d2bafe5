/** Singulars of the English texts that count; all other English texts are their own keys. */
export const englishSingulars: Readonly<Record<string, string>> = {
  '{count} sessions are open. Closing the window disconnects them._one':
    'One session is open. Closing the window disconnects it.',
};
