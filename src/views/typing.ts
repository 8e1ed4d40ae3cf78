/** Whether a key press belongs to a field that takes text, or to an open dialog. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof Element)) return false;
  return (
    target.closest('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable], dialog') !== null
  );
}
