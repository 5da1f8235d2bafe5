import { z } from 'zod';
import { zmodemAnswers } from '#contract/files/zmodem.ts';
import { type ProfileChanges, parseProfileChanges } from '#contract/profile/profile.ts';
import { maxSearchSeconds, maxSearchTimes, maxViaLength } from '#contract/session/path.ts';
import type { PromptAnswer } from '#contract/session/prompt.ts';
import { settingsTable } from '#contract/settings/settings-table.ts';
import { localPaths } from './file-schemas.ts';
import {
  type CommandSchemas,
  empty,
  host,
  sessionId as id,
  name,
  parsedBy,
  profile,
  type RequestSchemas,
} from './payloads.ts';

/** Longest answer to a question: no password is longer, and keyboard-interactive servers cut far below. */
const maxAnswerLength = 4096;
/** More questions in one keyboard-interactive round than any server asks. */
const maxAnswers = 64;
const maxNoticeLength = 512;
const changes = parsedBy<ProfileChanges>(parseProfileChanges);
const configAsked = z.strictObject({ host, own: changes });
const ofSession = z.strictObject({ id });
const place = z.strictObject({
  hostName: z.string().max(settingsTable.hostName.maxLength),
  portNumber: z.int().min(settingsTable.portNumber.min).max(settingsTable.portNumber.max),
  via: z.string().max(maxViaLength).exactOptional(),
});
const promptId = z.string().max(64);
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

export const sessionRequestSchemas: RequestSchemas<'session' | 'path' | 'agent'> = {
  'session.list': empty,
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
};

export const sessionCommandSchemas: CommandSchemas<'session' | 'path'> = {
  'session.close': ofSession,
  'session.cancel-connecting': ofSession,
  'session.retry-forwards': ofSession,
  'session.answer-zmodem': z.strictObject({ id, questionId: promptId, answer: z.enum(zmodemAnswers) }),
  'session.send-dropped': z.strictObject({ id, questionId: promptId, localPaths }),
  'session.cancel-zmodem': ofSession,
  'session.notify': z.strictObject({ id, text: z.string().max(maxNoticeLength) }),
  'session.log-closed': ofSession,
  'session.resize': z.strictObject({ id, columns: z.int().min(1).max(1000), rows: z.int().min(1).max(1000) }),
  'session.rename': z.strictObject({ id, name }),
  'path.cancel-search': place,
};
