import { encode } from '../state/link';
import { withFragment } from '../state/link-text';
import type { View } from '../state/view';

/** The full address of a view of this page. */
export function linkTo(view: View): string {
  return withFragment(location.href, encode(view));
}
