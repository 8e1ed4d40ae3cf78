/** Which comes first in dates such as `03/04/2024`. */
export type DayOrder = 'day first' | 'month first';

/** What a bare number in a column of dates counts: seconds, milliseconds or microseconds since 1970, or a spreadsheet's days. */
export type NumberKind = 'epoch s' | 'epoch ms' | 'epoch us' | 'serial';

/** What must be known of a column before a cell of it can be read. */
export interface Reading {
  /** Null: not known, so that `03/04/2024` cannot be read. */
  readonly order: DayOrder | null;
  /** Null: bare numbers are years, or `20240105`. */
  readonly numbers: NumberKind | null;
  /** `day`: a time of midnight was only added by a program, and is left away. */
  readonly midnight?: 'day' | 'time';
}

/** What is wrong, and what would do. */
export interface Trouble {
  readonly reason: string;
  readonly remedy: string;
}

/** How a cell was read. `shows`: the order its day and month can only have; `either`: they could have both; absent: no matter. */
export type Written =
  | {
      readonly ok: true;
      /** Readable by `readDate`, as exact as what was written. */
      readonly edtf: string;
      readonly shows?: DayOrder;
      /** Something of it could not be kept, or was read against the order given. */
      readonly note?: Trouble;
    }
  | ({ readonly ok: false; readonly shows?: DayOrder | 'either' } & Trouble);

export const NO_READING: Reading = { order: null, numbers: null };

/** Of what a cell says in place of a date. */
export const NO_DATE: Written = {
  ok: false,
  reason: 'says that there is no date',
  remedy: 'leave it empty, or write what is known of the date',
};

export function unread(reason: string, remedy: string): Written & { readonly ok: false } {
  return { ok: false, reason, remedy };
}
