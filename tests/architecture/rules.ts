import ts from 'typescript';
import { FLOORS, PACKAGES, WORKER, floorOf } from './floors';
import { importsOf, nodesOf, parsed, templateImportsOf, type Import } from './imports';

export interface Violation {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly what: string;
}

type Found = Omit<Violation, 'file' | 'rule'>;
interface File {
  readonly path: string;
  readonly text: string;
  readonly source: ts.SourceFile;
  readonly nodes: readonly ts.Node[];
  readonly imports: readonly Import[];
}
type Rule = (file: File) => Iterable<Found>;

const MAX_LINES = 400;
const NAMES = ['utils', 'util', 'helpers', 'helper', 'common', 'lib', 'services', 'managers'];

/** All that breaks a rule of the house, in the order of `files` (path from the root to text; code only). Pure. */
export function violations(files: ReadonlyMap<string, string>): readonly Violation[] {
  const found: Violation[] = [];
  for (const [path, text] of files) {
    const source = parsed(path, text);
    const nodes = nodesOf(source);
    const imports = [...importsOf(source, nodes), ...(path.endsWith('.svelte') ? templateImportsOf(path, text) : [])];
    const file = { path, text, source, nodes, imports };
    for (const [rule, of] of Object.entries(RULES)) {
      for (const each of of(file)) found.push({ rule, file: path, ...each });
    }
  }
  return found;
}

export const RULES: Readonly<Record<string, Rule>> = {
  *floors({ path, imports }) {
    const floor = floorOf(path);
    if (!floor) return;
    if (!(floor in FLOORS)) yield { line: 1, what: `"${floor}" is no floor; use ${Object.keys(FLOORS).join(', ')}` };
    for (const each of imports) {
      const what = crossing(floor, each);
      if (what) yield { line: each.line, what };
    }
  },

  *packages({ path, imports }) {
    if (!floorOf(path)) return;
    for (const { specifier, target, line } of imports) {
      if (specifier === null || target !== null) continue;
      const name = specifier.startsWith('@') ? specifier : specifier.split('/')[0];
      const allowed = Object.hasOwn(PACKAGES, name) ? PACKAGES[name] : [];
      if (allowed.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place))) continue;
      yield { line, what: `imports "${specifier}", which is for ${allowed.join(', ') || 'nobody'}` };
    }
  },

  *size({ text }) {
    const lines = text.trimEnd().split('\n').length;
    if (lines > MAX_LINES) yield { line: lines, what: `${lines} lines; ${MAX_LINES} at most` };
  },

  *barrels({ path, source }) {
    if (/(^|\/)index\.[^/]+$/.test(path)) yield { line: 1, what: 'a file named index; name it for what it holds' };
    const reexports = source.statements.filter((each) => ts.isExportDeclaration(each) && each.moduleSpecifier);
    const other = source.statements.some((each) => !ts.isExportDeclaration(each) && !ts.isImportDeclaration(each));
    const listed = source.statements.some((each) => ts.isExportDeclaration(each));
    const imports = source.statements.some((each) => ts.isImportDeclaration(each));
    if (!other && (reexports.length > 0 || (listed && imports))) yield { line: 1, what: 'only re-exports' };
  },

  *effects({ path, nodes }) {
    if (floorOf(path) !== 'state') return;
    for (const node of nodes) {
      if (ts.isIdentifier(node) && node.text === '$effect')
        yield { line: lineOf(node), what: '$effect in state; derive' };
    }
  },

  *html({ path, text }) {
    if (path.endsWith('.svelte')) yield* matching(text, /\{@html\b/g, '{@html}; write elements');
  },

  *names({ path }) {
    const parts = path.split('/').map((part) => part.split('.')[0]);
    for (const name of parts.filter((part) => NAMES.includes(part.toLowerCase()))) {
      yield { line: 1, what: `"${name}" says nothing; name it for what it holds` };
    }
  },

  *clock({ path, nodes }) {
    if (!['domain', 'engine'].includes(floorOf(path) ?? '')) return;
    for (const node of nodes) {
      const text = ts.isPropertyAccessExpression(node) ? node.getText() : '';
      const reads = ['Date.now', 'performance.now', 'Math.random'].includes(text);
      const makes = ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length;
      if (reads || makes) yield { line: lineOf(node), what: `${text || 'new Date()'}; take it as a parameter` };
    }
  },

  *mutable({ path, source }) {
    if (!floorOf(path) || path.endsWith('.svelte')) return;
    for (const each of source.statements) {
      const constant = !ts.isVariableStatement(each) || each.declarationList.flags & ts.NodeFlags.Const;
      const ambient =
        ts.isVariableStatement(each) && each.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword);
      if (!constant && !ambient) yield { line: lineOf(each), what: 'a variable of the module; two explorers share it' };
    }
  },

  *reasons({ text }) {
    yield* matching(text, /eslint-disable(?![^\n]* -- \S)[^\n]*/g, 'a rule switched off without " -- reason"');
    yield* matching(text, /svelte-ignore(?![^\n]*\([^)\n]+\))[^\n]*/g, 'a warning ignored without "(reason)"');
  },
};

function crossing(floor: string, { specifier, target }: Import): string | null {
  if (specifier === null) return 'a computed import; write the path out';
  if (target === null) return null;
  const other = floorOf(target);
  if (other === null) return `imports "${specifier}", which is outside of src`;
  if (target === WORKER) return 'imports the worker; src/state/spawn-worker.ts starts it';
  return FLOORS[floor]?.includes(other) ? null : `${floor} imports ${other} ("${specifier}")`;
}

function* matching(text: string, pattern: RegExp, what: string): Generator<Found> {
  for (const { index } of text.matchAll(pattern)) yield { line: text.slice(0, index).split('\n').length, what };
}

function lineOf(node: ts.Node): number {
  return node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
}
