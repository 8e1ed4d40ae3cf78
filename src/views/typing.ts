/** Whether a key press belongs to a field that takes text, or to an open dialog, even when nothing in that has the focus. */
export function isTyping(event: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  const target = event.target;
  if (!(target instanceof Element)) return false;
  return target.closest('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]') !== null;
}
