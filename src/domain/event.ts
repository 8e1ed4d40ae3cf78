/** What an event says, after checking: every list present, every optional text either a non-empty string or null. */
export interface ChronologyEvent {
  readonly id: string;
  readonly title: string;
  /** EDTF as given, or null when undated (absent, null, or unreadable and reported as a problem). */
  readonly date: string | null;
  /** EDTF of the publication or attribution: the second clock, never mixed with `date`. */
  readonly reported: string | null;
  /** Plain text; a blank line starts a paragraph. */
  readonly summary: string | null;
  readonly note: string | null;
  readonly actors: readonly Participation[];
  /** Topic ids. */
  readonly topics: readonly string[];
  readonly type: string | null;
  readonly place: string | null;
  readonly status: string | null;
  readonly confidence: string | null;
  readonly sources: readonly Source[];
  /** Each one side of a disagreement about this event. */
  readonly disagreements: readonly string[];
  /** Event ids. */
  readonly related: readonly string[];
}

/** An actor's part in an event; `id` always resolves in the chronology's actors. */
export interface Participation {
  readonly id: string;
  readonly role: string | null;
}

export interface Source {
  readonly title: string;
  /** http or https only; anything else is dropped and reported. */
  readonly url: string | null;
  readonly publisher: string | null;
  /** EDTF of publication. */
  readonly date: string | null;
  readonly tier: SourceTier | null;
  /** Which claim of the event it supports. */
  readonly supports: string | null;
  /** BCP 47. */
  readonly language: string | null;
  /** Where the publisher had it from, when it is not the first to say so. */
  readonly origin: string | null;
}

/** `primary`: the organisation, a government or the UN itself; `press`; `copy`: a reprint. */
export type SourceTier = 'primary' | 'press' | 'copy';
