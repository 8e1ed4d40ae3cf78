import type { Printed } from './printing';

/** Time to let the first picture settle. */
const REST_MS = 2500;

/** Sees to it that what is printed is `printed`: what makes it cannot be waited for then, so it comes a while after the page. */
export class Prepared {
  readonly #printed: () => Printed;
  readonly #timer: ReturnType<typeof setTimeout>;
  #ready: Promise<void> | null = null;
  #isOver = false;
  #stop: () => void = () => undefined;

  constructor(printed: () => Printed) {
    this.#printed = printed;
    this.#timer = setTimeout(() => void this.#prepare().catch(() => undefined), REST_MS);
  }

  /** Has the browser ask what to do with it. Rejects when what makes it cannot be had. */
  async print(): Promise<void> {
    await this.#prepare();
    window.print();
  }

  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#stop();
  }

  #prepare(): Promise<void> {
    this.#ready ??= import('./printing').then(
      ({ printing }) => {
        if (!this.#isOver) this.#stop = printing(this.#printed);
      },
      (fault: unknown) => {
        this.#ready = null;
        throw fault;
      },
    );
    return this.#ready;
  }
}
