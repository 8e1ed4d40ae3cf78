import { posix } from 'node:path';
import { parse } from 'svelte/compiler';
import ts from 'typescript';

export interface Import {
  /** As written; null when it is computed and cannot be read. */
  readonly specifier: string | null;
  /** Path from the root without extension or query when relative, or else null. */
  readonly target: string | null;
  readonly line: number;
}

/** The script of a file: all of it, or the script blocks of a component, every line in its place. */
function scriptOf(path: string, text: string): string {
  if (!path.endsWith('.svelte')) return text;
  let script = '';
  let at = 0;
  for (const match of text.matchAll(/(<script\b[^>]*>)([\s\S]*?)<\/script>/g)) {
    const start = match.index + match[1].length;
    script += blank(text.slice(at, start)) + match[2];
    at = start + match[2].length;
  }
  return script + blank(text.slice(at));
}

export function parsed(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, scriptOf(path, text), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

/** Every node of `source`, outer before inner. */
export function nodesOf(node: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (each: ts.Node) => {
    found.push(each);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return found;
}

/**
 * All that `source`, made of `nodes`, imports in any way: import and export declarations (type-only ones too), `import()`, import types,
 * and `new URL(…, import.meta.url)`, by which workers and assets are named.
 */
export function importsOf(source: ts.SourceFile, nodes: readonly ts.Node[]): readonly Import[] {
  const found: Import[] = [];
  for (const node of nodes) {
    const named = specifierOf(node);
    if (named === undefined) continue;
    const specifier = named && ts.isStringLiteralLike(named) ? named.text : null;
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({ specifier, target: specifier && resolved(source.fileName, specifier), line });
  }
  return found;
}

/** What the template of a component imports: `{#await import('./A.svelte')}`. */
export function templateImportsOf(path: string, text: string): readonly Import[] {
  const found: Import[] = [];
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    const node = value as { type?: string; start?: number; source?: { value?: unknown } };
    if (node.type === 'ImportExpression') {
      const specifier = typeof node.source?.value === 'string' ? node.source.value : null;
      const line = text.slice(0, node.start).split('\n').length;
      found.push({ specifier, target: specifier && resolved(path, specifier), line });
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(parse(text, { modern: true }).fragment);
  return found;
}

function specifierOf(node: ts.Node): ts.Node | null | undefined {
  if (ts.isImportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : null;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0];
  const byUrl = ts.isNewExpression(node) && node.expression.getText() === 'URL' && node.arguments?.length === 2;
  if (byUrl && node.arguments[1].getText() === 'import.meta.url') return node.arguments[0];
  return undefined;
}

function resolved(from: string, specifier: string): string | null {
  const path = specifier.replace(/\?.*$/, '');
  if (path.startsWith('/')) return path.slice(1);
  if (!path.startsWith('.')) return null;
  return posix.join(posix.dirname(from), path).replace(/\.(ts|js|svelte)$/, '');
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
