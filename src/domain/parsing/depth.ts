import { isFields } from './field';

/** True when `value` nests more than `levels` levels of objects and lists. Looks no deeper than that, so it cannot overflow. */
export function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (!isFields(value)) return Object.values(value).some((each) => isDeeper(each, levels - 1));
  for (const key in value) if (isDeeper(value[key], levels - 1)) return true;
  return false;
}
