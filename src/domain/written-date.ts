/** Which comes first in dates such as `03/04/2024`. */
export type DayOrder = 'day first' | 'month first';
