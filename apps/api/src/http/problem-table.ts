import { type RefusalCode } from '@proofdesk/contract';

/** HTTP status and title of every refusal. The compiler keeps it complete. */
export const problemTable: Record<RefusalCode, { readonly status: number; readonly title: string }> = {
  'request.invalid': { status: 400, title: 'The request does not have the right shape' },
  'request.too_large': { status: 413, title: 'The request is too large' },
  'request.unsupported_media_type': { status: 415, title: 'The body is of a type that is not taken here' },
  'request.idempotency_key_missing': { status: 400, title: 'An Idempotency-Key is needed' },
  'request.idempotency_key_reused': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'request.if_match_missing': { status: 428, title: 'If-Match is needed' },
  'request.stale': { status: 412, title: 'Somebody else was faster' },
  'request.busy': { status: 409, title: 'The same thing is being done right now' },

  'session.required': { status: 401, title: 'Sign in first' },
  'session.refused': { status: 401, title: 'Name or password is wrong' },
  'session.throttled': { status: 429, title: 'Too many attempts to sign in' },
  'request.cross_site': { status: 403, title: 'The request came from another site' },
  'permission.denied': { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Nothing here' },

  'article.empty': { status: 422, title: 'The article is empty' },
  'article.binary': { status: 422, title: 'The article is not text' },
  'article.too_large': { status: 413, title: 'The article is too large' },
  'article.not_utf8': { status: 422, title: 'The article is not UTF-8' },
  'article.no_readable_text': { status: 422, title: 'No article was found in the page' },
  'extraction.not_failed': { status: 409, title: 'The extraction has not failed' },

  'task.none_available': { status: 404, title: 'No task is waiting' },
  'task.wrong_state': { status: 409, title: 'Not possible in this state' },
  'task.not_holder': { status: 409, title: 'You do not hold this task' },
  'task.lease_lost': { status: 409, title: 'Your hold on this task has run out' },
  'task.leased_by_other': { status: 409, title: 'Somebody else holds this task' },
  'task.own_article': { status: 403, title: 'This is your own article' },
  'task.not_leasable_again': { status: 409, title: 'You may not take this task again' },

  'evidence.incomplete': { status: 422, title: 'Evidence is missing' },
  'evidence.not_independent': { status: 422, title: 'The evidence is not independent' },
  'evidence.not_found': { status: 404, title: 'No such evidence' },
  'verdict.rating_unknown': { status: 422, title: 'No such rating' },
  'verdict.rationale_missing': { status: 422, title: 'The reasons are missing' },
  'verdict.stale': { status: 409, title: 'The verdict is out of date' },
  'approval.own_verdict': { status: 403, title: 'This is your own verdict' },
  'approval.own_article': { status: 403, title: 'This is your own article' },
  'approval.same_person': { status: 403, title: 'The same person under another account' },
  'approval.already_given': { status: 409, title: 'Approved by you already' },
  'approval.missing': { status: 409, title: 'An approval is missing' },
  'publish.gate_closed': { status: 409, title: 'Not ready to be published' },

  'person.login_taken': { status: 409, title: 'The sign-in name is taken' },
  'person.weak_password': { status: 422, title: 'The password is too easy to guess' },
  'person.last_admin': { status: 409, title: 'The last admin must stay' },
  'role.already_granted': { status: 409, title: 'The role is held already' },
  'role.not_granted': { status: 409, title: 'The role is not held' },

  'proof.not_sealed': { status: 409, title: 'Not sealed yet' },
  'proof.too_large': { status: 422, title: 'The proof is too large' },

  'service.unavailable': { status: 503, title: 'Not available for the moment' },
  internal: { status: 500, title: 'Something went wrong here' },
};
