import { EventEmitter } from 'node:events';

/**
 * A window's session. Chromium denies every permission here (`--deny-permission-prompts`), so handlers are taken and
 * never asked.
 */
export class SessionStandIn extends EventEmitter {
  setPermissionRequestHandler(_handler: unknown): void {}
  setPermissionCheckHandler(_handler: unknown): void {}
  setDevicePermissionHandler(_handler: unknown): void {}
}
