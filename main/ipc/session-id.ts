import { z } from 'zod';
import type { SessionId } from '#contract/session.ts';

/** What main itself makes of a random UUID. */
export const sessionId = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .transform((text) => text as SessionId);
