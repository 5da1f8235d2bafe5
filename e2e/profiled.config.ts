import { mergeConfig } from 'vite';
import program from '../electron.vite.config.ts';

/** The program's bundles with the names of its functions left in them. */
export default mergeConfig(program, { renderer: { build: { minify: false } } });
