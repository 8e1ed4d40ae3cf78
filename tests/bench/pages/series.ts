import { mark, turn } from './marks';

/**
 * Does one thing after the other, each in a task of its own between two marks, `name:begin` and `name:end`, until all
 * are done or `budgetMs` are over. What each gave, in order.
 */
export async function series<In, Out>(
  name: string,
  inputs: readonly In[],
  budgetMs: number,
  run: (input: In) => Out | Promise<Out>,
): Promise<readonly Out[]> {
  const end = performance.now() + budgetMs;
  const results: Out[] = [];
  for (const input of inputs) {
    await turn();
    mark(`${name}:begin`);
    results.push(await run(input));
    mark(`${name}:end`);
    if (performance.now() > end) break;
  }
  return results;
}
