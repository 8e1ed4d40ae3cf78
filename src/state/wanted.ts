import type { Problem } from '../domain/dataset';
import { messageOf } from '../domain/message-of';
import { quote } from '../domain/quote';
import type { Choices, Question } from '../engine/formats/choices';
import type { Mapping } from '../engine/mapping/mapping';
import type { Source } from './load';
import type { Mappings } from './mappings';
import type { Step, View } from './view';

/** What is to be opened: its source, read so, to be seen as `view` or as what is there now (null). */
export interface Wanted {
  readonly source: Source;
  readonly choices: Choices;
  readonly view: View | null;
  /** How the view enters the history: a link that is followed is there already. */
  readonly step: Step;
  /** Whether tables are read as those of their header were before; otherwise it is asked. */
  readonly recalls: boolean;
}

/** A chronology that is on screen, or was. */
export interface Shown {
  readonly source: Source;
  readonly choices: Choices;
  readonly title: string;
}

/** A question, and the mapping to begin with. */
export interface Asked extends Question {
  readonly mapping: Mapping;
}

/** What was asked, and what waits for the answer. */
export interface Asking {
  readonly asked: Asked;
  readonly wanted: Wanted;
}

/** What a link calls it; null for what it cannot name. */
export function dataOf({ data }: Source): string | null {
  return data ?? null;
}

/** Whether both lead to the same chronology: they are one, or of one path. */
export function isSame(one: Source, other: Source): boolean {
  return one === other || (one.data !== undefined && one.data === other.data);
}

/** As a table of that header was read before, if it can be. */
export function firstMapping({ survey }: Question, mappings: Mappings): Mapping {
  const known = mappings.get(survey.key);
  return known?.roles.length === survey.columns.length ? known : survey.mapping;
}

/** What went wrong, for people: the message, and which file it is about where it does not say so. */
export function withName({ name, own }: Source, files: readonly string[], fault: unknown): string {
  const message = messageOf(fault);
  const isSaid = [name, ...files].some((file) => message.includes(quote(file)));
  return !own || isSaid ? message : `${quote(name)}: ${message}`;
}

/** That what stands beside the app was cut off on its way; null when it was not. One's own is as it is: its report tells. */
export function cutWords({ name, own }: Source, problems: readonly Problem[]): string | null {
  const cut = own ? undefined : problems.find(({ isCut }) => isCut);
  return cut === undefined ? null : `${quote(name)} did not come whole: ${cut.reason}`;
}
