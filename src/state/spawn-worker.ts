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

/** A new engine worker, from the one URL that the page's policy lets through. */
export function spawnEngine(): Worker {
  return new Worker(policy.createScriptURL(engineUrl), { type: 'module', name: 'engine' });
}
