import { type FocusEvent, type RefObject, useEffect, useState } from 'react';
import { type SettingKey, settingKeys } from '#contract/settings/settings-table.ts';
import type { Form } from './form/form.ts';

/** Gives the focus to the field that the form asks for, once its panel is there. */
export function useFocusRequest(focus: Form['focus'], root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (focus === null) return;
    const field = root.current?.querySelector(`[data-setting="${focus.key}"]`);
    const control = field?.querySelector<HTMLElement>('input, button:not(:disabled), [role=listbox]');
    control?.focus();
    if (control instanceof HTMLInputElement) control.select();
  }, [focus, root]);
}

/**
 * Brings the setting that is searched for into view within its panel, and marks it (`data-searched`): whatever kind of
 * control it is, it has its name in the page.
 */
export function useSearchMark({ searched, category }: Form, root: RefObject<HTMLElement | null>): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another panel has other elements
  useEffect(() => {
    if (searched === null) return;
    const field = root.current?.querySelector(`[data-setting="${searched}"]`);
    // Where the field leaves its place to the grid around it, it has none of its own to scroll to.
    const place = field?.getClientRects().length === 0 ? field.querySelector('input') : field;
    field?.setAttribute('data-searched', '');
    place?.scrollIntoView({ block: 'center' });
    return () => field?.removeAttribute('data-searched');
  }, [searched, category, root]);
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
