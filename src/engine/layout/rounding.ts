/** The least of 1, 2, 5, 10, 20, 50 and so on that is at least `amount`; 1 for less, and for NaN. */
export function roundedUp(amount: number): number {
  if (!(amount > 1)) return 1;
  const power = 10 ** Math.floor(Math.log10(amount));
  return ([1, 2, 5].find((step) => step * power >= amount) ?? 10) * power;
}
