import { z } from 'zod';
import { maxRemotePathLength } from '#contract/files/files.ts';
import { maxLocalDepth } from '#contract/files/local-files.ts';
import { type CommandSchemas, empty, sessionId as id, type RequestSchemas } from './payloads.ts';

/** More than anybody selects in a list. */
const maxPaths = 100_000;
const maxNameLength = 255;
const maxLocalPathLength = 32_767; // Windows' longest

/** Absolute, as the server gave it. */
const path = z
  .string()
  .max(maxRemotePathLength)
  .regex(/^\/[^\0]*$/);
/** The same, or from the folder that a login begins in. */
const pathToRead = z
  .string()
  .min(1)
  .max(maxRemotePathLength)
  .regex(/^\.?(\/[^\0]*)?$/);
const paths = z.array(path).min(1).max(maxPaths);
/** One name in a folder. */
const name = z
  .string()
  .max(maxNameLength)
  .regex(/^(?!\.{1,2}$)[^/\0]+$/);
const token = z.string().max(64);
/** Relative to a granted folder, by names alone; whether they stay within it is for main/files to see. */
const localFolder = z.strictObject({ grant: token, folder: z.array(name).max(maxLocalDepth) });
/** Where files of this computer lie, by the preload. */
export const localPaths = z.array(z.string().min(1).max(maxLocalPathLength)).min(1).max(maxPaths);

export const fileRequestSchemas: RequestSchemas<'files'> = {
  'files.status': z.strictObject({ id }),
  'files.not-done': z.strictObject({ id, transferId: token }),
  'files.list': z.strictObject({ id, path: pathToRead.nullable() }),
  'files.make-folder': z.strictObject({ id, folder: path, name }),
  'files.rename': z.strictObject({ id, path, name }),
  'files.move': z.strictObject({ id, paths, folder: path }),
  'files.set-mode': z.strictObject({ id, paths, mode: z.int().min(0).max(0o7777) }),
  'files.download': z.strictObject({ id, paths, to: z.union([z.enum(['downloads', 'chosen']), localFolder]) }),
  'files.upload': z.strictObject({ id, folder: path, what: z.enum(['files', 'folder']) }),
  'files.begin-local': empty,
  'files.choose-local': empty,
  'files.list-local': localFolder,
  'files.upload-local': z.strictObject({
    id,
    folder: path,
    from: localFolder,
    names: z.array(name).min(1).max(maxPaths),
  }),
};

export const fileCommandSchemas: CommandSchemas<'files'> = {
  'files.remove': z.strictObject({ id, paths }),
  'files.edit': z.strictObject({ id, path }),
  'files.act-on-edit': z.strictObject({ id, editId: token, action: z.enum(['save', 'end']) }),
  'files.act': z.strictObject({
    id,
    transferId: token,
    action: z.enum(['pause', 'resume', 'cancel', 'retry', 'remove']),
  }),
  'files.answer': z.strictObject({
    id,
    questionId: token,
    choice: z.enum(['overwrite', 'skip', 'rename']),
    forAll: z.boolean(),
  }),
  'files.show-local': z.strictObject({ isShown: z.boolean() }),
  'files.upload-dropped': z.strictObject({ id, folder: path, localPaths }),
};
