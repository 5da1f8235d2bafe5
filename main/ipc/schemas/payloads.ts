import { z } from 'zod';
import type { Commands, RequestName, Requests } from '#contract/channels/channels.ts';
import type { Result } from '#contract/failure.ts';
import { maxSessionNameLength, type Profile, parseProfile } from '#contract/profile/profile.ts';
import type { SessionId } from '#contract/session/session.ts';
import { settingsTable } from '#contract/settings/settings-table.ts';

/** What the payloads of an area's requests must be; an area is what stands before the dot in their names. */
export type RequestSchemas<Area extends string> = {
  readonly [N in Extract<RequestName, `${Area}.${string}`>]: z.ZodType<Parameters<Requests[N]>[0]>;
};

/** The same for commands. */
export type CommandSchemas<Area extends string> = {
  readonly [N in Extract<keyof Commands, `${Area}.${string}`>]: z.ZodType<Commands[N]>;
};

/** Characters at most in a copy: a full scrollback of 200,000 lines. */
export const maxClipboardLength = 64 * 1024 * 1024;

/** Reads through one of the contract's own parsers, whose sentence becomes the issue's. */
export const parsedBy = <T>(parse: (data: unknown) => Result<T>) =>
  z.unknown().transform((data, context): T => {
    const result = parse(data);
    if (result.ok) return result.value;
    context.addIssue({ code: 'custom', message: result.failure.message, path: [] });
    return z.NEVER;
  });

/** What main itself makes of a random UUID. */
export const sessionId = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .transform((text) => text as SessionId);
export const profile = parsedBy<Profile>(parseProfile);
export const name = z.string().max(maxSessionNameLength);
export const host = z.string().min(1).max(settingsTable.hostName.maxLength);
export const empty = z.strictObject({}).transform(() => ({}));
export const clipboardText = z.string().max(maxClipboardLength);
