import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { isControlled, isHeadless } from './chromium/flags.ts';
import { tellSpecs } from './control.ts';

/** Shown by freedesktop.org's notify-send, which cannot tell of clicks. Specs are told of it instead. */
export class NotificationStandIn extends EventEmitter {
  readonly #title: string;
  readonly #body: string;

  constructor({ title = '', body = '' }: Electron.NotificationConstructorOptions = {}) {
    super();
    this.#title = title;
    this.#body = body;
  }

  show(): void {
    tellSpecs({ notified: { title: this.#title, body: this.#body } });
    if (isHeadless || isControlled) return;
    const child = spawn('notify-send', ['--app-name=Holdfast', '--', this.#title, this.#body], { stdio: 'ignore' });
    // A desktop without notices has no such program: the tab's own mark says enough.
    child.once('error', () => undefined);
    child.unref();
  }

  close(): void {
    this.emit('close');
  }
}
