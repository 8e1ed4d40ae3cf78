import { encode } from '../state/link';
import type { View } from '../state/view';

/** The full address of a view of this page. */
export function linkTo(view: View): string {
  const fragment = encode(view);
  const page = location.href.replace(/#.*$/su, '');
  return fragment === '' ? page : `${page}#${fragment}`;
}
