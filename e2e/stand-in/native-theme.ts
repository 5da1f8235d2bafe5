import { EventEmitter } from 'node:events';
import type { Cdp } from './chromium/cdp.ts';

type ThemeSource = 'system' | 'light' | 'dark';

/** Follows the pages' `prefers-color-scheme`, which follows the desktop. */
class NativeThemeStandIn extends EventEmitter {
  readonly #pages = new Set<Cdp>();
  #isDark = false;
  #source: ThemeSource = 'system';

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#isDark : this.#source === 'dark';
  }

  get themeSource(): ThemeSource {
    return this.#source;
  }

  set themeSource(source: ThemeSource) {
    this.#source = source;
    for (const page of this.#pages) this.#apply(page);
  }

  attach(page: Cdp): void {
    this.#pages.add(page);
    if (this.#source !== 'system') this.#apply(page);
  }

  observe(isDark: boolean): void {
    if (isDark === this.#isDark) return;
    this.#isDark = isDark;
    this.emit('updated');
  }

  #apply(page: Cdp): void {
    const value = this.#source === 'system' ? '' : this.#source;
    const features = [{ name: 'prefers-color-scheme', value }];
    page.send('Emulation.setEmulatedMedia', { features }).catch(() => this.#pages.delete(page));
  }
}

export const nativeTheme = new NativeThemeStandIn();
