import { t } from '#contract/language/language.ts';
import { Checkbox } from '../ui/fields/checkbox.tsx';

interface SaveTooProps {
  /** The saved session; there is no choice without one. */
  readonly name: string | null;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

/** Whether the time between keepalives that a session gets is to be saved as well. */
export function SaveToo({ name, ...choice }: SaveTooProps) {
  return name === null ? null : <Checkbox label={t('Save the seconds to "{name}" too', { name })} {...choice} />;
}
