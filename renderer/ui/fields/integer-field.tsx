import { TextField, type TextFieldProps } from './text-field.tsx';

export type IntegerFieldProps = Omit<TextFieldProps, 'type' | 'inputMode' | 'action'>;

/**
 * A whole number, kept as the text that was typed: what is not a number stays in the field, with its error, until the
 * user mends it.
 */
export function IntegerField({ layout = 'short', ...props }: IntegerFieldProps) {
  return <TextField {...props} layout={layout} inputMode="numeric" autoComplete="off" />;
}
