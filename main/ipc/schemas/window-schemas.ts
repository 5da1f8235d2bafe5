import { z } from 'zod';
import { languageChoices } from '#contract/language/choice.ts';
import { type CommandSchemas, clipboardText, empty, maxClipboardLength, type RequestSchemas } from './payloads.ts';

/** The same with its looks, whose notation is longer. */
const maxRichLength = 4 * maxClipboardLength;
/** The longest user@host; what a program calls itself is cut to 256 characters. */
const maxTitleLength = 512;
const maxUrlLength = 4096;
const richText = z.strictObject({ html: z.string().max(maxRichLength), rtf: z.string().max(maxRichLength) });
const clipboard = z.enum(['clipboard', 'selection']);

export const windowRequestSchemas: RequestSchemas<'app' | 'dialog' | 'clipboard' | 'link'> = {
  'app.info': empty,
  'dialog.choose-key-file': empty,
  'dialog.choose-log-file': empty,
  'clipboard.read': z.strictObject({ from: clipboard }),
  'link.open': z.strictObject({ url: z.string().max(maxUrlLength) }),
};

export const windowCommandSchemas: CommandSchemas<'clipboard' | 'menu' | 'language' | 'window'> = {
  'clipboard.write': z.strictObject({ to: clipboard, text: clipboardText, rich: z.exactOptional(richText) }),
  'menu.show': z.strictObject({
    hasSession: z.boolean(),
    canRestart: z.boolean(),
    hasSelection: z.boolean(),
    hasTabsAtLeft: z.boolean(),
    hasTabsAtRight: z.boolean(),
    isSplit: z.boolean(),
    hasRoomAtRight: z.boolean(),
    hasRoomBelow: z.boolean(),
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
};
