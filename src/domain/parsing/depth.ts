/** True when `value` nests more than `levels` levels of objects and lists. Looks no deeper than that, so it cannot overflow. */
export function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1));
}
