/**
 * What the stand-in and its page tell each other over their WebSocket. Text frames are these objects as JSON; a binary
 * frame is the bytes of one port message after its port's number (four bytes, little endian).
 */

/** From the page. */
export type FromPage =
  /** First of all; `url` without its fragment, to be compared with what the browser itself says. */
  | { readonly kind: 'hello'; readonly url: string }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: readonly unknown[] }
  | PortText
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown };

/** To the page. */
export type ToPage =
  | {
      readonly kind: 'event';
      readonly channel: string;
      readonly args: readonly unknown[];
      readonly ports: readonly number[];
    }
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly message: string }
  | PortText
  /** Shows an overlay; an `answer` with the same id follows. */
  | { readonly kind: 'menu'; readonly id: number; readonly menu: MenuForm }
  | { readonly kind: 'dialog'; readonly id: number; readonly dialog: DialogForm }
  | { readonly kind: 'dismiss' }
  | { readonly kind: 'title'; readonly title: string };

export type PortText =
  | { readonly kind: 'port-message'; readonly port: number; readonly data: unknown }
  | { readonly kind: 'port-close'; readonly port: number };

/** What the page knows of its window. */
export interface View {
  readonly width: number;
  readonly height: number;
  readonly screenWidth: number;
  readonly screenHeight: number;
  readonly focused: boolean;
  readonly dark: boolean;
}

export interface MenuForm {
  readonly items: readonly MenuFormItem[];
  /** CSS pixels in the page; null is where the pointer last was. */
  readonly at: { readonly x: number; readonly y: number } | null;
}

/** `choice` comes back as the answer. */
export type MenuFormItem =
  | { readonly kind: 'separator' }
  | {
      readonly kind: 'item';
      readonly choice: number;
      readonly label: string;
      readonly enabled: boolean;
      /** null for an item that is neither a check box nor a radio button. */
      readonly checked: boolean | null;
      readonly accelerator: string;
    }
  | {
      readonly kind: 'submenu';
      readonly label: string;
      readonly enabled: boolean;
      readonly items: readonly MenuFormItem[];
    };

export interface DialogForm {
  readonly title: string;
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
  readonly defaultButton: number;
  readonly cancelButton: number;
  /** Asks for a file's path too. */
  readonly path: { readonly label: string; readonly value: string } | null;
  readonly checkbox: { readonly label: string; readonly checked: boolean } | null;
}

export interface DialogAnswer {
  readonly button: number;
  readonly path: string;
  readonly checked: boolean;
}

/** Bytes before those of a port's message in a binary frame. */
export const portHeaderBytes = 4;
