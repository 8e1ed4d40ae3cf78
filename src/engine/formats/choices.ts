import type { Mapping, Survey } from '../mapping/mapping';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'windows-1252';

/** What the user has decided of files to be opened. Plain data. */
export interface Choices {
  /** By name of the file: what stands in place of the encoding recognised. */
  readonly encodings: Readonly<Record<string, Encoding>>;
  /** By `Survey.key`. */
  readonly mappings: Readonly<Record<string, Mapping>>;
  /** By id of an actor: the id of the one it is another spelling of. */
  readonly aliases?: Readonly<Record<string, string>>;
}

export const NO_CHOICES: Choices = { encodings: {}, mappings: {} };

/** How a file was read. Plain data. */
export interface FileRead {
  readonly name: string;
  /** As people call it: `Timesketch CSV`. */
  readonly format: string;
  /** Null of what is no text. */
  readonly encoding: Encoding | null;
  /** Records that the file has, and events that were made of them. */
  readonly records: number;
  readonly events: number;
  /** The key of the mapping by which it was read; null when its format is known. */
  readonly mapping: string | null;
}

/** What must be known before files can be opened: the load ends with it, and is begun again with an answer among its choices. */
export interface Question {
  readonly survey: Survey;
  readonly encoding: Encoding | null;
}
