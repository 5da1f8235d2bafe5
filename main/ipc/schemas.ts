import { z } from 'zod';
import type { Commands, RequestName, Requests, TabTarget } from '#contract/channels.ts';
import type { Result } from '#contract/failure.ts';
import { parseHighlightSets } from '#contract/highlight-set.ts';
import type { ExportChoice, ImportFrom, ImportRequest } from '#contract/import.ts';
import { readKeyBindings } from '#contract/key-bindings.ts';
import { keyPresets } from '#contract/key-presets.ts';
import { languageChoices } from '#contract/language/choice.ts';
import { maxSearchSeconds, maxSearchTimes, maxViaLength } from '#contract/path.ts';
import {
  maxSessionNameLength,
  type Profile,
  type ProfileChanges,
  parseProfile,
  parseProfileChanges,
} from '#contract/profile.ts';
import type { PromptAnswer } from '#contract/prompt.ts';
import { maxTypedLength } from '#contract/recents.ts';
import { maxFolderPathLength, type TreeChange } from '#contract/saved-tree.ts';
import { settingsTable } from '#contract/settings-table.ts';
import { parseTab, type Tab, type TabId } from '#contract/tab.ts';
import { zmodemAnswers } from '#contract/zmodem.ts';
import { fileCommandSchemas, fileRequestSchemas, localPaths } from './file-schemas.ts';
import { sessionId } from './session-id.ts';

/** Longest answer to a question: no password is longer, and keyboard-interactive servers cut far below. */
const maxAnswerLength = 4096;

/** More questions in one keyboard-interactive round than any server asks. */
const maxAnswers = 64;

/** Characters at most in a copy: a full scrollback of 200,000 lines. */
const maxClipboardLength = 64 * 1024 * 1024;

/** The same with its looks, whose notation is longer. */
const maxRichLength = 4 * maxClipboardLength;

/** A key file's path, or a user and a host, in JSON. */
const maxSecretIdLength = 16_384;

const maxTabs = 10_000;
/** Sessions in one import or export. */
const maxImported = 100_000;
const maxPathLength = 4096;
/** The longest user@host; what a program calls itself is cut to 256 characters. */
const maxTitleLength = 512;
const maxUrlLength = 4096;
const maxNoticeLength = 512;

/** Reads through one of the contract's own parsers, whose sentence becomes the issue's. */
const parsedBy = <T>(parse: (data: unknown) => Result<T>) =>
  z.unknown().transform((data, context): T => {
    const result = parse(data);
    if (result.ok) return result.value;
    context.addIssue({ code: 'custom', message: result.failure.message, path: [] });
    return z.NEVER;
  });

const profile = parsedBy<Profile>(parseProfile);
const changes = parsedBy<ProfileChanges>(parseProfileChanges);
const id = sessionId;
const name = z.string().max(maxSessionNameLength);
const host = z.string().min(1).max(settingsTable.hostName.maxLength);
const configAsked = z.strictObject({ host, own: changes });
const folder = z.string().max(maxFolderPathLength);
const empty = z.strictObject({}).transform(() => ({}));
const clipboardText = z.string().max(maxClipboardLength);
const richText = z.strictObject({ html: z.string().max(maxRichLength), rtf: z.string().max(maxRichLength) });
const ofSession = z.strictObject({ id });
const place = z.strictObject({
  hostName: z.string().max(settingsTable.hostName.maxLength),
  portNumber: z.int().min(settingsTable.portNumber.min).max(settingsTable.portNumber.max),
  via: z.string().max(maxViaLength).exactOptional(),
});
const tab = z.unknown().transform((data, context): Tab => {
  const read = parseTab(data);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'This is not a tab.', path: [] });
  return z.NEVER;
});
const tabId = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .transform((text) => text as TabId);
const screenPlace = z.number().min(-100_000).max(100_000);
const tabTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new') }),
  z.strictObject({ kind: z.literal('window'), id: z.int().min(0) }),
  z.strictObject({ kind: z.literal('dropped'), x: screenPlace, y: screenPlace }),
]) satisfies z.ZodType<TabTarget>;
const promptId = z.string().max(64);
const clipboard = z.enum(['clipboard', 'selection']);
const answerText = z.string().max(maxAnswerLength);

const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cancel') }),
  z.strictObject({ kind: z.literal('accept-and-save') }),
  z.strictObject({ kind: z.literal('accept-once') }),
  z.strictObject({ kind: z.literal('append') }),
  z.strictObject({ kind: z.literal('overwrite') }),
  z.strictObject({ kind: z.literal('text'), text: answerText, keep: z.enum(['run', 'vault']).exactOptional() }),
  z.strictObject({
    kind: z.literal('texts'),
    texts: z.array(answerText).max(maxAnswers),
    keep: z.literal('vault').exactOptional(),
  }),
]) satisfies z.ZodType<PromptAnswer>;

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

/** What each request's payload must be; nothing else reaches a handler. */
export const requestSchemas: { readonly [N in RequestName]: z.ZodType<Parameters<Requests[N]>[0]> } = {
  'app.info': empty,
  'broadcast.elsewhere': empty,
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
  'highlights.set': z.strictObject({ sets: parsedBy(parseHighlightSets) }),
  'keys.get': empty,
  'keys.set': z
    .strictObject({ preset: z.enum(Object.keys(keyPresets)), own: z.record(z.string(), z.string()) })
    .transform((data) => readKeyBindings(data, 'linux')),
  'import.sources': empty,
  'import.read': importFrom,
  'import.apply': importRequest,
  'export.sessions': exportChoice,
  'session.list': empty,
  'tabs.list': empty,
  'session.open': z.strictObject({ profile, savedAs: name.nullable(), config: z.exactOptional(configAsked) }),
  'session.restart': ofSession,
  'session.change': z.strictObject({ id, changes }),
  'session.attach': ofSession,
  'session.log': ofSession,
  'session.bell-sound': ofSession,
  'session.export-log': z.strictObject({ id, format: z.enum(['text', 'json']) }),
  'session.answer': z.strictObject({ id, promptId, answer }),
  'path.get': place,
  'path.forget': place,
  'path.search': z.strictObject({
    profile,
    seconds: z.array(z.int().min(1).max(maxSearchSeconds)).min(1).max(maxSearchTimes),
  }),
  'path.answer': place.extend({ promptId, answer }),
  'agent.list': z.strictObject({ agentSocket: z.string().max(settingsTable.agentSocket.maxLength) }),
  'agent.forget-passphrases': empty,
  'dialog.choose-key-file': empty,
  'dialog.choose-log-file': empty,
  'colours.import': empty,
  'clipboard.read': z.strictObject({ from: clipboard }),
  'link.open': z.strictObject({ url: z.string().max(maxUrlLength) }),
  ...fileRequestSchemas,
};

/** The same for commands. */
export const commandSchemas: { readonly [N in keyof Commands]: z.ZodType<Commands[N]> } = {
  'session.close': ofSession,
  'session.cancel-connecting': ofSession,
  'session.retry-forwards': ofSession,
  'session.answer-zmodem': z.strictObject({ id, questionId: promptId, answer: z.enum(zmodemAnswers) }),
  'session.send-dropped': z.strictObject({ id, questionId: promptId, localPaths }),
  'session.cancel-zmodem': ofSession,
  'session.notify': z.strictObject({ id, text: z.string().max(maxNoticeLength) }),
  'session.resize': z.strictObject({ id, columns: z.int().min(1).max(1000), rows: z.int().min(1).max(1000) }),
  'session.rename': z.strictObject({ id, name }),
  'broadcast.pick': z.strictObject({ ids: z.array(id).max(maxTabs) }),
  'broadcast.give': z.strictObject({
    id,
    input: z.strictObject({ kind: z.enum(['typed', 'pasted']), text: clipboardText }),
  }),
  'tabs.move': z.strictObject({ id: tabId, to: tabTarget }),
  'tabs.arrange': z.strictObject({ tabs: z.array(tab).max(maxTabs) }),
  'path.cancel-search': place,
  'recents.note-typed': z.strictObject({ text: z.string().min(1).max(maxTypedLength) }),
  'recents.clear-typed': empty,
  'clipboard.write': z.strictObject({ to: clipboard, text: clipboardText, rich: z.exactOptional(richText) }),
  'menu.show': z.strictObject({
    hasSession: z.boolean(),
    canRestart: z.boolean(),
    hasSelection: z.boolean(),
    hasTabsAtLeft: z.boolean(),
    hasTabsAtRight: z.boolean(),
    isSplit: z.boolean(),
    of: z.enum(['session', 'tab']),
  }),
  'language.choose': z.strictObject({ choice: z.enum(languageChoices) }),
  'window.title': z.strictObject({ title: z.string().max(maxTitleLength), iconTitle: z.string().max(maxTitleLength) }),
  'window.attention': empty,
  'window.full-screen': z.strictObject({ on: z.boolean() }),
  'window.ask-close': empty,
  'window.behaviour': z.strictObject({ isResizable: z.boolean(), isAlwaysOnTop: z.boolean() }),
  'window.resize-by': z.strictObject({
    width: z.int().min(-10_000).max(10_000),
    height: z.int().min(-10_000).max(10_000),
  }),
  'window.close-heard': empty,
  'window.close-refused': empty,
  'window.close': empty,
  'window.ready': empty,
  ...fileCommandSchemas,
};
