/** Singulars of the English texts that count; all other English texts are their own keys. */
export const englishSingulars: Readonly<Record<string, string>> = {
  '{count} sessions are open. Closing the window disconnects them._one':
    'One session is open. Closing the window disconnects it.',
  "{count} entries of the file can't be read, and are left out._one":
    "One entry of the file can't be read, and is left out.",
  '{count} file transfers are not finished, and will be cancelled._one':
    'A file transfer is not finished, and will be cancelled.',
  '{count} more were not done._one': 'One more was not done.',
  '{count} highlight sets added_one': '1 highlight set added',
};
