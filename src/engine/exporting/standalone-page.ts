import type { Piece, Writing } from './selection';

/** Where in the page that holds the app the title and the chronology go. */
const TITLE = '<!--title-->';
const CHRONOLOGY = '<!--chronology-->';

/** Whether it is such a page: a server may have given another in its place. */
export function isStandalonePage(page: string): boolean {
  return page.split(TITLE).length === 2 && page.split(CHRONOLOGY).length === 2;
}

/**
 * `page` with a chronology in it: `json` writes it as dateline/1, `view` is the fragment that it begins with. Whatever stands in the
 * texts, they stay texts: nothing in the chronology can end the element that holds it.
 */
export async function* standalonePage(
  page: string,
  json: Writing,
  title: string,
  view: string,
): AsyncGenerator<Piece, readonly string[]> {
  const [before, after] = page.split(CHRONOLOGY);
  const [start, rest] = before.split(TITLE);
  const head = `${start}${escaped(title)}${rest}`;
  yield { data: `${head}<script type="application/json" id="chronology" data-view="${escaped(view)}">`, done: 0 };
  for (;;) {
    const step = await json.next();
    if (step.done === true) {
      yield { data: `</script>${after}`, done: 0 };
      return step.value;
    }
    const { data, done } = step.value;
    yield { data: typeof data === 'string' ? inScript(data) : data, done };
  }
}

/** JSON in which nothing looks like markup, and that reads the same. */
function inScript(json: string): string {
  return json.replace(/[<\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
}
