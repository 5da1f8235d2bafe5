/** The longest address that is offered; longer ones are cut by browsers and hide where they lead. */
const maxLinkLength = 2083;

const openableSchemes = ['http:', 'https:', 'mailto:'];

/** Whether a click may hand this address to the desktop. Main checks it again. */
export function isOpenableLink(url: string): boolean {
  if (url.length > maxLinkLength || !URL.canParse(url)) return false;
  return openableSchemes.includes(new URL(url).protocol);
}

/**
 * The address as it will be opened, for the tooltip: normalised, so that a host name in look-alike letters shows as
 * punycode and nothing invisible is left in it.
 */
export function shownTarget(url: string): string {
  return new URL(url).href;
}
