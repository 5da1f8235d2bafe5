import { type FocusEvent, type RefObject, useEffect, useState } from 'react';
import { type SettingKey, settingKeys } from '#contract/settings-table.ts';
import type { Form } from './form.ts';

/** Gives the focus to the field that the form asks for, once its panel is there. */
export function useFocusRequest(focus: Form['focus'], root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (focus === null) return;
    const field = root.current?.querySelector(`[data-setting="${focus.key}"]`);
    const control = field?.querySelector<HTMLElement>('input, button');
    control?.focus();
    if (control instanceof HTMLInputElement) control.select();
  }, [focus, root]);
}

/**
 * Watches from outside which setting's control has the focus or the pointer. `handlers` belong on an element around the
 * fields; `onLeave` hears of each field that the focus goes out of.
 */
export function useSettingInHand(onLeave: (key: SettingKey) => void) {
  const [focused, setFocused] = useState<SettingKey | null>(null);
  const [hovered, setHovered] = useState<SettingKey | null>(null);
  const handlers = {
    onFocus: (event: FocusEvent) => setFocused(settingAt(event.target)),
    onBlur: (event: FocusEvent) => {
      const left = settingAt(event.target);
      if (left !== null && left !== settingAt(event.relatedTarget)) onLeave(left);
    },
    onMouseOver: (event: { readonly target: EventTarget }) => setHovered(settingAt(event.target)),
    onMouseLeave: () => setHovered(null),
  };
  return { inHand: hovered ?? focused, handlers };
}

function settingAt(target: EventTarget | null): SettingKey | null {
  const name = target instanceof Element ? target.closest('[data-setting]')?.getAttribute('data-setting') : undefined;
  return settingKeys.find((key) => key === name) ?? null;
}
