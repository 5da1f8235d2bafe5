/** Singulars of the English texts that count; all other English texts are their own keys. */
export const englishSingulars: Readonly<Record<string, string>> = {
  '{count} sessions are open_one': '{count} session is open',
};
