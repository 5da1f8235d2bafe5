import { buildCliIfNeeded } from './build.ts';

/** `npm run cli -- user@host`: a session in this terminal, from the sources. */
buildCliIfNeeded();
const built = new URL('../out/cli/index.js', import.meta.url).href;
await import(built);
