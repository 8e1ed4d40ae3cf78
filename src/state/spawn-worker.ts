import engineUrl from 'virtual:engine-url';

/** The part of the Trusted Types API used here; TypeScript's DOM library lacks it. */
interface UrlPolicy {
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: UrlPolicy): UrlPolicy;
}
declare const trustedTypes: TrustedTypes | undefined;

const onlyTheEngine: UrlPolicy = {
  createScriptURL(url) {
    if (url !== engineUrl) throw new TypeError(`worker "${url}": not the engine; use "${engineUrl}"`);
    return url;
  },
};

// A page may create a policy once only, however many explorers stand on it.
const policy =
  typeof trustedTypes === 'undefined' ? onlyTheEngine : trustedTypes.createPolicy('dateline', onlyTheEngine);

/**
 * A new engine worker, from the one URL that the page's policy lets through. One that ends without a word gives an `error` event all
 * the same, where pages have locks (over https, and on this machine): it holds a lock of its name for as long as it lives.
 */
export function spawnEngine(): Worker {
  const name = `engine ${Math.random()}`;
  // In a copy in one file it is no module: from disk browsers start none.
  const type = engineUrl.startsWith('blob:') ? 'classic' : 'module';
  const worker = new Worker(policy.createScriptURL(engineUrl), { type, name });
  const hear = ({ data }: MessageEvent<unknown>): void => {
    if (data !== 'held') return;
    worker.removeEventListener('message', hear);
    void navigator.locks.request(name, () => worker.dispatchEvent(new Event('error')));
  };
  worker.addEventListener('message', hear);
  return worker;
}
