import { t } from '#contract/language/language.ts';
import { type OrderSetting, warnBelow } from '#contract/settings/definition.ts';
import type { OrderItem } from '../../ui/lists/order-list.tsx';

/** The rows of an order: what is not available stays, so that the order is the same where it is. */
export const orderItems = (
  { items }: OrderSetting,
  order: readonly string[],
  unavailable: readonly string[],
): readonly OrderItem[] =>
  order.map((value) => {
    if (value === warnBelow) return { value, label: t('-- warn below here --'), note: '', look: 'line' };
    const item = items.find((one) => one.value === value);
    const label = item === undefined ? value : t(item.label);
    return unavailable.includes(value)
      ? { value, label, note: t('not available here'), look: 'off' }
      : { value, label, note: value, look: 'plain' };
  });
