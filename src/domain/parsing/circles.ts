/**
 * The links to take away so that no one is reached from itself, as from -> to: those that lead back to where a walk in
 * the order of `links` came from. Linear in the links; deep chains do not overflow.
 */
export function closingLinks(links: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, ReadonlySet<string>> {
  const closing = new Map<string, Set<string>>();
  const walked = new Map<string, 'open' | 'done'>();
  for (const start of links.keys()) {
    if (walked.has(start)) continue;
    walked.set(start, 'open');
    const path = [{ id: start, next: 0 }];
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const targets = links.get(step.id) ?? [];
      if (step.next === targets.length) {
        walked.set(step.id, 'done');
        path.pop();
        continue;
      }
      const target = targets[step.next];
      step.next += 1;
      const state = walked.get(target);
      if (state === 'open') closing.set(step.id, (closing.get(step.id) ?? new Set()).add(target));
      else if (state === undefined) {
        walked.set(target, 'open');
        path.push({ id: target, next: 0 });
      }
    }
  }
  return closing;
}
