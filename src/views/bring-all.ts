import type { Explorer } from '../state/explorer.svelte';
import { DIALOGS } from './dialogs/dialogs';

/** Time to let the first picture settle. */
const REST_MS = 2000;

/** After a while brings what comes when first wanted, so that from then on the page needs no network. Returns how to stop. */
export function bringAll(explorer: Explorer): () => void {
  const timer = setTimeout(() => {
    explorer.wantNames();
    const parts = [
      ...Object.values(DIALOGS).map((bring) => bring()),
      import('./states/Growing.svelte'),
      import('./states/NoMatches.svelte'),
      import('./opening/Mapping.svelte'),
      import('../domain/cite'),
      import('../domain/wording/further-phrases'),
    ];
    void Promise.allSettled(parts);
  }, REST_MS);
  return () => {
    clearTimeout(timer);
  };
}
