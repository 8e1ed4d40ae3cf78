import { isRequest } from './messages';
import { createService } from './service';

/** A turn of the event loop, without the 4 ms that nested timers cost. */
const turn = new MessageChannel();
const waiting: (() => void)[] = [];
turn.port1.onmessage = () => waiting.shift()?.();

/** How long a new chronology is left to the page before its index is begun: the page draws first, and machines have few cores. */
const REST_MS = 250;

const receive = createService(
  (reply, transfer) => self.postMessage(reply, { transfer }),
  () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      turn.port2.postMessage(null);
    }),
  async () => {
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    return import('./search/searchable');
  },
);
// Free again when this worker has ended: there is no other word of that when memory runs out or the browser ends it.
if ('locks' in navigator) {
  void navigator.locks.request(self.name, () => {
    self.postMessage('held');
    return new Promise(() => undefined);
  });
}

self.onmessage = ({ data }: MessageEvent<unknown>) => {
  if (isRequest(data)) receive(data);
};
