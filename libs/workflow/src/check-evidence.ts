import { type StandingPiece, type TaskFacts } from '@proofdesk/persistence';
import { ruleOnEvidence } from '@proofdesk/provenance';
import { done, refuse, type Outcome } from './refusal.js';

/** The evidence rule at today's risk, as an outcome. `what` begins the sentence: "… needs two independent pieces". */
export function checkEvidence(
  task: Pick<TaskFacts, 'risk' | 'articleUrl'>,
  standing: readonly StandingPiece[],
  what: string,
): Outcome<null> {
  const rule = ruleOnEvidence(task.risk, standing, task.articleUrl);
  if (rule.met) return done(null);
  const code = rule.fault === 'not_independent' ? 'evidence.not_independent' : 'evidence.incomplete';
  return refuse(code, `${what} needs ${rule.needed[0]}.`, { reasons: rule.needed });
}
