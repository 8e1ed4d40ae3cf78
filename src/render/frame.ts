export interface Frame {
  /** Paints once at the next frame, however often it is asked until then. */
  request(): void;
  /** Drops the paint that was asked for, if any. */
  cancel(): void;
}

/** Gathers requests into one `paint` a frame. `cancelFrame` takes what `requestFrame` gave. */
export function createFrame(
  paint: (time: number) => void,
  requestFrame: (callback: (time: number) => void) => number,
  cancelFrame: (handle: number) => void,
): Frame {
  let handle: number | null = null;
  return {
    request() {
      handle ??= requestFrame((time) => {
        handle = null;
        paint(time);
      });
    },
    cancel() {
      if (handle !== null) cancelFrame(handle);
      handle = null;
    },
  };
}
