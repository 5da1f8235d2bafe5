/** The page and its preload, beside the built main bundle. */
export const pageUrl = new URL('../renderer/index.html', import.meta.url);
export const preloadUrl = new URL('../preload/index.cjs', import.meta.url);

/** Whether a frame shows the program's own page: one file, whatever its fragment or query. */
export function isOwnPage(frameUrl: string): boolean {
  const url = URL.canParse(frameUrl) ? new URL(frameUrl) : null;
  return url !== null && url.protocol === 'file:' && url.host === '' && url.pathname === pageUrl.pathname;
}
