import { z } from 'zod';
import type { TabTarget } from '#contract/channels/channels.ts';
import { parseTab, type Tab, type TabId } from '#contract/tabs/tab.ts';
import { type CommandSchemas, clipboardText, empty, sessionId as id, type RequestSchemas } from './payloads.ts';

const maxTabs = 10_000;
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

export const tabRequestSchemas: RequestSchemas<'tabs' | 'broadcast'> = {
  'broadcast.elsewhere': empty,
  'tabs.list': empty,
};

export const tabCommandSchemas: CommandSchemas<'tabs' | 'broadcast'> = {
  'broadcast.pick': z.strictObject({ ids: z.array(id).max(maxTabs) }),
  'broadcast.give': z.strictObject({
    id,
    input: z.strictObject({ kind: z.enum(['typed', 'pasted']), text: clipboardText }),
  }),
  'tabs.move': z.strictObject({ id: tabId, to: tabTarget }),
  'tabs.arrange': z.strictObject({ tabs: z.array(tab).max(maxTabs) }),
};
