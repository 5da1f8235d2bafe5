const standIn = new URL('./electron.ts', import.meta.url).href;

/** Module hook: `electron` is the stand-in, for the application and for the packages that it uses. */
export const resolve = (specifier, context, nextResolve) =>
  nextResolve(specifier === 'electron' ? standIn : specifier, context);
