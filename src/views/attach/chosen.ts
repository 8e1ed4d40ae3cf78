import type { Attachment } from 'svelte/attachments';

/**
 * Has a list whose options stay show the one of that value, whenever it becomes another. Svelte's `value`, which follows the options
 * too, brings more into the first load.
 */
export function chosen(value: () => string): Attachment<HTMLSelectElement> {
  return (element) => {
    const wanted = value();
    // To choose what is chosen has the browser go through the page's forms, at every click.
    if (element.value !== wanted) element.value = wanted;
  };
}
