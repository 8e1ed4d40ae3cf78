import { describe, expect, test } from 'vitest';
import { htmlText } from '../../../src/engine/formats/html-text';
import { random } from '../../fixtures/random';

const text = (html: string): string => htmlText(html).text;

describe('htmlText', () => {
  test.each([
    ['plain', 'plain'],
    [' two lines\nof text\n\nand more ', 'two lines\nof text\n\nand more'],
    ['<p>One</p><p>Two <b>bold</b>, <i>set</i></p>', 'One\n\nTwo bold, set'],
    ['One<br>two<br/>three', 'One\ntwo\nthree'],
    ['One<br><br>two', 'One\n\ntwo'],
    ['<p>a\nb   c</p>\n', 'a b c'],
    ['<ul><li>a</li><li>b</li></ul>after', 'a\nb\n\nafter'],
    ['<h1>Head</h1>text', 'Head\n\ntext'],
    ['a<!-- not this -->b', 'ab'],
    ['a<script>var x = "<p>";</script>b<style>p {}</STYLE>c', 'abc'],
    ['1 < 2 and 3 > 2, a<b', '1 < 2 and 3 > 2, a<b'],
    ['AT&amp;T &lt;b&gt; &eacute;&#233;&#xE9; &hellip; &unheard; &#146;', 'AT&T <b> ééé … &unheard; ’'],
    ['a&nbsp;b', 'a\u00a0b'],
    ['&#0;&#x110000;&#xD800;', '\ufffd\ufffd\ufffd'],
    ['<a title="x > y" href="https://a.example">t</a>', 't'],
    ['<b>kept\nlines</b>\n\nnext', 'kept\nlines\n\nnext'],
    ['cut off <a href="https://a.exa', 'cut off <a href="https://a.exa'],
    ['', ''],
  ])('%j says %j', (html, expected) => {
    expect(text(html)).toBe(expected);
  });

  test('links are told once each, in their order, with their words; others than http and https are no links', () => {
    const { links } = htmlText(
      `<a href="https://a.example/x?y=1&amp;z=2">First <b>one</b></a> <a href='//b.example/'>b</a> <a href=https://c.example>c</a>
       <a href="mailto:d@d.example">d</a> <a href="/e">e</a> <a href="javascript:f()">f</a> <a href="https://a.example/x?y=1&z=2">again</a>`,
    );
    expect(links).toEqual([
      { url: 'https://a.example/x?y=1&z=2', text: 'First one' },
      { url: 'https://b.example/', text: 'b' },
      { url: 'https://c.example', text: 'c' },
    ]);
  });

  test('no text of 5,000 made of signs of markup throws or hangs (seed 3)', () => {
    const { below, pick } = random(3);
    const signs = [
      '<',
      '>',
      '"',
      "'",
      '&',
      ';',
      '=',
      'a',
      'href',
      '/',
      '<a ',
      '<p>',
      '<!--',
      '-->',
      '<script>',
      '&#',
      '\n',
      ' ',
    ];
    for (let round = 0; round < 5000; round += 1) {
      const html = Array.from({ length: below(40) }, () => pick(signs)).join('');
      expect(text(html).length).toBeLessThanOrEqual(html.length * 2 + 2);
    }
  });

  test.each(['<a ', '<a b="', '<a ">"', '<!--', '<script>', '&', '<', '<p', '<a href="', "<a b='>", '\n ', '</'])(
    'a megabyte of %j is read',
    (sign) => {
      expect(text(sign.repeat(1e6 / sign.length)).length).toBeLessThanOrEqual(1e6 + 10);
    },
  );
});
