import { type Facts, can } from './can.js';
import { type Action } from './table.js';

/** Things with an identity of their own, whose very existence may be nobody's business. */
export type Hidden = 'article' | 'task' | 'person';

const readOf: Record<Hidden, Action> = { article: 'article.read', task: 'task.read', person: 'people.read' };

/**
 * Whether this person may know that the thing exists. Where the answer is no, the server says 404 and not 403
 * (h's `client_errors`: a 403 tells a stranger that there is something to find).
 */
export function maySee(what: Hidden, facts: Pick<Facts, 'roles' | 'isAuthor'>): boolean {
  return can(readOf[what], facts).ok;
}
