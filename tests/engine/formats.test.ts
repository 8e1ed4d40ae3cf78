import { describe, expect, test } from 'vitest';
import { jsonFault } from '../../src/engine/formats/json-fault';
import { openBytes, openPieces } from '../fixtures/opened';
import { random } from '../fixtures/random';

const message = (text: string): string => {
  const opened = openBytes(new TextEncoder().encode(text));
  return opened.ok ? 'opened' : opened.message;
};

describe('what is not JSON is called by its name', () => {
  test.each([
    ['', 'The file is empty'],
    [' \n', 'The file is empty'],
    ['<!DOCTYPE html><html>', 'looks like a web page'],
    ['\n<html lang="en">', 'looks like a web page'],
    ['<?xml version="1.0"?>', 'looks like XML'],
    ['date,title\n2024,x', 'is not JSON: it begins with "date,title\\n2024,x"'],
    ['"just text', 'is not JSON: it begins with'],
  ])('%j', (text, expected) => {
    expect(message(text)).toContain(expected);
  });

  test('a file cut off says where it ends and what is lacking', () => {
    expect(message('{"format": "dateline/1",\n"events": [{"id": "a"}')).toBe(
      'The file is cut off: it ends after character 47 (line 2, column 22), where a comma or "]" should follow; fetch or save it again',
    );
  });

  test('a slip says what stands where, and what should', () => {
    expect(message('{"a": [1, 2,]}')).toBe(
      'The file is not sound JSON: "]" at character 13 (line 1, column 13), where a value should stand; remove the comma before it',
    );
    expect(message('{"a": 1\n "b": 2}')).toContain(
      '"\\"" at character 10 (line 2, column 2), where a comma or "}" should',
    );
    expect(message("{'a': 1}")).toContain(
      '"\'" at character 2 (line 1, column 2), where a key in double quotes or "}"',
    );
    expect(message('{"a": "😀\n"}')).toContain('"\\n" at character 10');
  });

  test('nesting beyond any stack is read or refused, never thrown', () => {
    const head = '{"format": "dateline/1", "title": "T", "events": [{"id": "a", "title": "A"}, ';
    expect(message(`${head}${'['.repeat(3e5)}${']'.repeat(3e5)}]}`)).toMatch(/^opened$|could not be read/);
    expect(message(`${head}${'{"a":'.repeat(3e5)}`)).toContain('is cut off');
    expect(message('['.repeat(3e5) + ']'.repeat(3e5))).toMatch(/holds a list|could not be read/);
    expect(message('['.repeat(3e5))).toContain('is cut off');
  });
});

describe('jsonFault', () => {
  const whole = JSON.stringify(
    { a: [1, -2.5e-7, true, false, null, '', 'x\\ "y"\u0007é😀'], 'b c': {}, d: [[], [{}]], e: 0 },
    null,
    1,
  );

  test('finds every beginning of a JSON text too short, and at its end', () => {
    for (let end = 0; end < whole.length; end += 1) {
      expect(jsonFault(whole.slice(0, end)), whole.slice(0, end)).toMatchObject({ early: true, at: end });
    }
    expect(jsonFault(whole)).toBeNull();
  });

  test('agrees with JSON.parse on 20,000 damaged texts, and what comes before the fault is sound (seed 5)', () => {
    const { below, pick } = random(5);
    for (let round = 0; round < 20_000; round += 1) {
      const at = below(whole.length);
      const text =
        whole.slice(0, at) +
        pick(['', '"', '}', ']', '{', '[', ',', ':', '\\', '0', 't', '-', '.', '\n', '\u0001', 'e']) +
        whole.slice(at + below(3));
      const fault = jsonFault(text);
      expect(fault === null, text).toBe(parses(text));
      const before = fault === null ? null : jsonFault(text.slice(0, fault.at));
      expect(before?.early ?? true, text).toBe(true);
    }
  });

  function parses(text: string): boolean {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  }
});

describe('bytes', () => {
  const messageOf = (bytes: readonly number[]): string => {
    const opened = openPieces(bytes.map((byte) => Uint8Array.of(byte)));
    return opened.ok ? 'opened' : opened.message;
  };

  test('may come one by one, with a byte order mark before them', () => {
    const text = '\ufeff{"format": "dateline/1", "title": "é 😀 Ж", "events": [{"id": "ß", "title": "Ё"}]}';
    expect(messageOf([...new TextEncoder().encode(text)])).toBe('opened');
  });

  test.each([
    [[0x7b, 0xe9, 0x7d], 'The file is not UTF-8 text'],
    [[0x7b, 0x22, 0xe9, 0x22, 0x7d], 'The file is not UTF-8 text'],
    [[0x7b, 0x22, 0xe2, 0x82], 'The file is cut off: it ends after character 2'],
    [[0x1f, 0x8b, 8, 0], 'The file is compressed (gzip)'],
    [[0x50, 0x4b, 3, 4], 'The file is a zip archive'],
    [[0xff, 0xfe, 0x7b, 0], 'The file is UTF-16'],
  ])('%j are no chronology', (bytes, expected) => {
    expect(messageOf(bytes)).toContain(expected);
  });
});
