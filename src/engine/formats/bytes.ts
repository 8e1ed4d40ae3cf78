/** Bytes of a file as they come. */
export type Bytes = AsyncGenerator<Uint8Array<ArrayBuffer>, void>;
