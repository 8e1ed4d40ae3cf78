/** Whole numbers from 0 to 4294967295, as many as come, in 4 bytes each. */
export class GrowingInts {
  #values = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  /** The number at an index in range. */
  at(index: number): number {
    return this.#values[index];
  }

  /** Adds one to the number at `index`. */
  increment(index: number): void {
    this.#values[index]++;
  }

  /** Whether `value` stands at `from` or after. */
  includes(value: number, from: number): boolean {
    for (let i = from; i < this.#length; i++) if (this.#values[i] === value) return true;
    return false;
  }

  /** Forgets all numbers and gives their room back; what was viewed before stays as it is. */
  clear(): void {
    this.#values = new Uint32Array(1);
    this.#length = 0;
  }

  /** The numbers so far, without a copy: valid until the next push. */
  view(): Uint32Array {
    return this.#values.subarray(0, this.#length);
  }
}

/** Numbers, as many as come, in 8 bytes each. */
export class GrowingNumbers {
  #values = new Float64Array(1024);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  /** The numbers so far, without a copy: valid until the next push. */
  view(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }
}
