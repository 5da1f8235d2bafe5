/** A path with `~` in front, alone or before a slash, made one in the home folder. `~name/` is another user's, and stays. */
export const expandHome = (path: string, homeDir: string): string => path.replace(/^~(?=$|[/\\])/, () => homeDir);
