import { z } from 'zod';
import { isSetId, maxHighlightSets, parseHighlightSets } from '#contract/highlights/highlight-set.ts';
import { readKeyBindings } from '#contract/keys/key-bindings.ts';
import { keyPresets } from '#contract/keys/key-presets.ts';
import type { ExportChoice, ImportFrom, ImportRequest } from '#contract/saved/import.ts';
import { maxTypedLength } from '#contract/saved/recents.ts';
import { maxFolderPathLength, type TreeChange } from '#contract/saved/saved-tree.ts';
import { type CommandSchemas, empty, host, name, parsedBy, profile, type RequestSchemas } from './payloads.ts';

/** A key file's path, or a user and a host, in JSON. */
const maxSecretIdLength = 16_384;
/** Sessions in one import or export. */
const maxImported = 100_000;
const maxPathLength = 4096;
const folder = z.string().max(maxFolderPathLength);
const treeChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add-folder'), path: folder }),
  z.strictObject({ kind: z.literal('save-folder'), path: folder, profile }),
  z.strictObject({ kind: z.literal('move-folder'), path: folder, to: folder }),
  z.strictObject({ kind: z.literal('delete-folder'), path: folder }),
  z.strictObject({ kind: z.literal('move-session'), name, folder }),
  z.strictObject({ kind: z.literal('rename-session'), name, to: name }),
]) satisfies z.ZodType<TreeChange>;

const importFrom = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('found'), id: z.string().max(maxPathLength) }),
  z.strictObject({ kind: z.literal('file') }),
]) satisfies z.ZodType<ImportFrom>;

const importRequest = z.strictObject({
  id: z.string().max(64),
  sessions: z.array(z.strictObject({ index: z.int().min(0), name, replaces: z.boolean() })).max(maxImported),
  hostKeys: z.boolean(),
  keepsAlive: z.boolean(),
}) satisfies z.ZodType<ImportRequest>;

const exportChoice = z.strictObject({
  sessions: z.array(name).max(maxImported),
  folders: z.array(folder).max(maxImported),
  defaults: z.boolean(),
}) satisfies z.ZodType<ExportChoice>;

export const savedRequestSchemas: RequestSchemas<
  'profiles' | 'ssh-config' | 'secrets' | 'recents' | 'highlights' | 'keys' | 'import' | 'export' | 'colours'
> = {
  'profiles.list': empty,
  'profiles.save': z.strictObject({ name, folder, profile }),
  'profiles.delete': z.strictObject({ name }),
  'ssh-config.list': empty,
  'ssh-config.run-commands': z.strictObject({ run: z.boolean() }),
  'ssh-config.configure': z.strictObject({ host }),
  'profiles.arrange': treeChange,
  'secrets.list': empty,
  'secrets.remove': z.strictObject({
    id: z
      .string()
      .max(maxSecretIdLength)
      .regex(/^\["(password|proxy-password|answer|passphrase)",/),
  }),
  'recents.list': empty,
  'highlights.list': empty,
  'highlights.change': z.strictObject({
    changed: parsedBy(parseHighlightSets),
    removed: z.array(z.string().refine(isSetId)).max(maxHighlightSets),
  }),
  'keys.get': empty,
  'keys.set': z
    .strictObject({ preset: z.enum(Object.keys(keyPresets)), own: z.record(z.string(), z.string()) })
    .transform((data) => readKeyBindings(data, 'linux')),
  'import.sources': empty,
  'import.read': importFrom,
  'import.apply': importRequest,
  'export.sessions': exportChoice,
  'colours.import': empty,
};

export const savedCommandSchemas: CommandSchemas<'recents'> = {
  'recents.note-typed': z.strictObject({ text: z.string().min(1).max(maxTypedLength) }),
  'recents.clear-typed': empty,
};
