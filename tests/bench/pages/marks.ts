/** Sets a mark that the trace shows. */
export function mark(name: string): void {
  performance.mark(`bench:${name}`);
}

/** A turn of the event loop: what follows is a task of its own. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Resolves when the main thread is done with the next frame. */
export async function frameDone(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await turn();
}
