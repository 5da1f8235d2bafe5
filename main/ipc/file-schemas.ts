import { z } from 'zod';
import type { FileCommands, FileRequests } from '#contract/file-channels.ts';
import { maxRemotePathLength } from '#contract/files.ts';
import { sessionId } from './session-id.ts';

/** More than anybody selects in a list. */
const maxPaths = 100_000;
const maxNameLength = 255;
const maxLocalPathLength = 32_767; // Windows' longest

/** Absolute, as the server gave it. */
const path = z
  .string()
  .max(maxRemotePathLength)
  .regex(/^\/[^\0]*$/);
const paths = z.array(path).min(1).max(maxPaths);
/** One name in a folder. */
const name = z
  .string()
  .max(maxNameLength)
  .regex(/^(?!\.{1,2}$)[^/\0]+$/);
const id = sessionId;
const token = z.string().max(64);
/** Where files of this computer lie, by the preload. */
export const localPaths = z.array(z.string().min(1).max(maxLocalPathLength)).min(1).max(maxPaths);

export const fileRequestSchemas: { readonly [N in keyof FileRequests]: z.ZodType<Parameters<FileRequests[N]>[0]> } = {
  'files.status': z.strictObject({ id }),
  'files.list': z.strictObject({ id, path: path.nullable() }),
  'files.make-folder': z.strictObject({ id, folder: path, name }),
  'files.rename': z.strictObject({ id, path, name }),
  'files.move': z.strictObject({ id, paths, folder: path }),
  'files.set-mode': z.strictObject({ id, paths, mode: z.int().min(0).max(0o7777) }),
  'files.download': z.strictObject({ id, paths, to: z.enum(['downloads', 'chosen']) }),
  'files.upload': z.strictObject({ id, folder: path, what: z.enum(['files', 'folder']) }),
};

export const fileCommandSchemas: { readonly [N in keyof FileCommands]: z.ZodType<FileCommands[N]> } = {
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
  'files.upload-dropped': z.strictObject({ id, folder: path, localPaths }),
};
