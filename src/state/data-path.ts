/** Characters of a path, at most. */
const MAX_PATH = 500;

/** Why a path names no data file beside the app, and what would do. */
export interface PathFault {
  readonly reason: string;
  readonly remedy: string;
}

/** Null when `path` names a file in the app's folder, or in one below it: names joined by `/`, none of which leads elsewhere. */
export function pathFault(path: string): PathFault | null {
  if (path.length > MAX_PATH) {
    return { reason: `${path.length} characters`, remedy: `use a path of ${MAX_PATH} at most` };
  }
  if (/[\\:\p{Cc}]/u.test(path) || path.startsWith('/')) {
    return {
      reason: 'not a file beside this page',
      remedy: 'use its name in the folder of this page, such as name.json',
    };
  }
  const isInside = path.split('/').every((name) => name !== '' && name !== '.' && name !== '..');
  return isInside
    ? null
    : { reason: 'it leads out of the folder of this page', remedy: 'use names joined by /, none of them . or ..' };
}

/** The address, relative to the app's folder, of a data file whose path has no fault. */
export function pathAddress(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
