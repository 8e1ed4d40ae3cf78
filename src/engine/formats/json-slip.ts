import { CLOSE, CLOSE_LIST, COLON, COMMA, type JsonGrammar } from './json-grammar';

/** What is wrong with a sign between the parts of a JSON text, and whether it is passed over or taken after all. */
export interface Slip {
  readonly reason: string;
  readonly remedy: string;
  readonly isTaken: boolean;
  /** Whether an outermost list that was closed goes on. */
  readonly reopens?: true;
}

/** What is to be told of a sign that `grammar` did not take, which is made ready to go on. `isList`: the outermost value is the list. */
export function slipOf(code: number, grammar: JsonGrammar, isList: boolean): Slip {
  const { want } = grammar;
  if (want === 'nothing' && code === COMMA && isList) {
    grammar.reopen();
    const reason = 'goes on with a list that is already closed: its items are read';
    return { reason, remedy: 'remove the "]" before it', isTaken: false, reopens: true };
  }
  if (want === 'nothing') {
    return { reason: 'stands after the end of the JSON: it is not read', remedy: 'remove it', isTaken: false };
  }
  const closer = grammar.isList ? CLOSE_LIST : CLOSE;
  if (code === closer && (want === 'value' || want === 'key')) {
    grammar.valueEnded();
    return { reason: 'has a comma too many before it: that is passed over', remedy: 'remove the comma', isTaken: true };
  }
  if (want === 'comma or end' && ![COMMA, COLON, CLOSE, CLOSE_LIST].some((sign) => sign === code)) {
    grammar.want = grammar.isList ? 'value' : 'key';
    return {
      reason: 'lacks a comma before it: it is read all the same',
      remedy: 'put a comma before it',
      isTaken: true,
    };
  }
  return {
    reason: `stands where ${grammar.expected} should: it is passed over`,
    remedy: 'correct it there',
    isTaken: false,
  };
}
