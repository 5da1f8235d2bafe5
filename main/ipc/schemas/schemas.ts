import { fileCommandSchemas, fileRequestSchemas } from './file-schemas.ts';
import type { CommandSchemas, RequestSchemas } from './payloads.ts';
import { savedCommandSchemas, savedRequestSchemas } from './saved-schemas.ts';
import { sessionCommandSchemas, sessionRequestSchemas } from './session-schemas.ts';
import { tabCommandSchemas, tabRequestSchemas } from './tab-schemas.ts';
import { windowCommandSchemas, windowRequestSchemas } from './window-schemas.ts';

/** What each request's payload must be; nothing else reaches a handler. */
export const requestSchemas: RequestSchemas<string> = {
  ...sessionRequestSchemas,
  ...tabRequestSchemas,
  ...savedRequestSchemas,
  ...windowRequestSchemas,
  ...fileRequestSchemas,
};

/** The same for commands. */
export const commandSchemas: CommandSchemas<string> = {
  ...sessionCommandSchemas,
  ...tabCommandSchemas,
  ...savedCommandSchemas,
  ...windowCommandSchemas,
  ...fileCommandSchemas,
};
