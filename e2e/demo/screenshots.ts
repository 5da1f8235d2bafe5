import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from '../../scripts/build.ts';
import { ensureInstalled, screenPackages } from '../lab/provision.ts';
import { createCamera, shrinkPicture } from './pictures/camera.ts';
import { takeDialogPictures } from './pictures/dialog-pictures.ts';
import { takeFilePictures } from './pictures/file-pictures.ts';
import { takeImportPictures } from './pictures/import-pictures.ts';
import { takePanePictures } from './pictures/pane-pictures.ts';
import { takeProgramPictures } from './pictures/program-pictures.ts';
import { takeSessionPictures } from './pictures/session-pictures.ts';
import { runDemo } from './run-demo.ts';

/**
 * `npm run screenshots`: the pictures of README and docs, made anew from the running program. `-- --dark --folder PATH`
 * makes those of the dark form elsewhere, to look at.
 */
const { values } = parseArgs({
  options: { dark: { type: 'boolean', default: false }, folder: { type: 'string', default: 'docs/screenshots' } },
});
const folder = resolve(values.folder);
const camera = createCamera(folder, values.dark ? 'dark' : 'light');

ensureInstalled(['chromium', ...screenPackages, 'emacs-nox']);
buildIfNeeded();
mkdirSync(folder, { recursive: true });
await takeDialogPictures(camera);
await takeImportPictures(camera);
await takeSessionPictures(camera);
await takePanePictures(camera);
await takeFilePictures(camera);
await takeProgramPictures(camera);
if (!values.dark) {
  const window = join(folder, 'window.png');
  await runDemo(window, (line) => console.log(line));
  shrinkPicture(window);
}
