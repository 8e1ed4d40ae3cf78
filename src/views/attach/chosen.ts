import type { Attachment } from 'svelte/attachments';

/**
 * Has a list whose options stay show the one of that value, whenever it becomes another. Svelte's `value`, which follows the options
 * too, brings more into the first load.
 */
export function chosen(value: () => string): Attachment<HTMLSelectElement> {
  return (element) => {
    element.value = value();
  };
}
