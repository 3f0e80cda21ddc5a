import { stop } from './global-setup.mjs';

export default async function teardown() {
  if (globalThis.__proofdesk) await stop(globalThis.__proofdesk);
}
