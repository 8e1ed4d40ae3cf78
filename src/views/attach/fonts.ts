import { createSubscriber } from 'svelte/reactivity';

const loaded = createSubscriber((update) => {
  document.fonts.addEventListener('loadingdone', update);
  return () => document.fonts.removeEventListener('loadingdone', update);
});

/** Read where text is measured or painted: what reads it runs again when a font has come. */
export function whenFontsCome(): void {
  loaded();
}
