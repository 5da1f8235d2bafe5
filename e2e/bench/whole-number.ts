/** The value of an option that counts something; throws an Error that names the option if it is no number from 1. */
export function wholeNumber(option: string, value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${option} takes a whole number from 1.`);
  return number;
}
