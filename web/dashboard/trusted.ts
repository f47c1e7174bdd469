// The only way to a script's address that this page has: browsers that know Trusted Types refuse any other.
const worker = '/dashboard/worker.js';

interface Policies {
  createPolicy(
    name: 'wrapup',
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): unknown;
  };
}

function onlyTheWorker(url: string): string {
  if (url !== worker) throw new Error('Not a script of this page');
  return url;
}

const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;

/** The address of the page's worker, as the browser wants it. */
export const workerAddress = (policies
  ?.createPolicy('wrapup', { createScriptURL: onlyTheWorker })
  .createScriptURL(worker) ?? worker) as string;
