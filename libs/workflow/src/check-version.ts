import { type VerdictFacts } from '@proofdesk/persistence';
import { done, refuse, type Outcome } from './refusal.js';

/** The verdict whose version was on the screen; a version that was not looked at cannot be decided on. */
export function checkVersion(verdict: VerdictFacts | null, version: number): Outcome<VerdictFacts> {
  if (verdict === null) return refuse('task.wrong_state', 'There is no verdict here yet.');
  if (verdict.version !== version)
    return refuse('request.stale', `The verdict is at version ${verdict.version} now. Reload it and decide again.`);
  return done(verdict);
}
