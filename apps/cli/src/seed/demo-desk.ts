import { type AssertionSummary, type ReviewTask } from '@proofdesk/contract';
import {
  approveVerdict,
  attachEvidence,
  dismissAssertion,
  leaseTask,
  listReviewTasks,
  proposeVerdict,
  publishVerdict,
  returnVerdict,
  type Actor,
  type Desk,
  type Outcome,
} from '@proofdesk/workflow';
import { type DemoEvidence } from './demo-evidence.js';

/** The value, or an error that names the refusal: the demo plays only steps that must be allowed. */
export async function must<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const result = await outcome;
  if (result.ok) return result.value;
  throw new Error(`the demo could not be filled in: ${result.refusal.code}: ${result.refusal.detail}`);
}

interface Proposal {
  by: Actor;
  evidence: DemoEvidence[];
  rating: string;
  rationale: string;
}

/** The steps people take, as the demo plays them: the same use cases as over HTTP, with the same guards. */
export class DemoDesk {
  constructor(private readonly desk: Desk) {}

  /** Queued tasks of an article in the order of the queue. */
  async queued(articleId: string, by: Actor): Promise<AssertionSummary[]> {
    return (await must(listReviewTasks(this.desk, by, { articleId, state: ['queued'], limit: 200 }))).items;
  }

  async propose({ id }: { id: string }, { by, evidence, rating, rationale }: Proposal): Promise<ReviewTask> {
    let task = await must(leaseTask(this.desk, by, { assertionId: id }));
    const leaseToken = task.leaseToken ?? '';
    for (const piece of evidence) {
      task = await must(attachEvidence(this.desk, by, { assertionId: id, ifMatch: task.etag, leaseToken, ...piece }));
    }
    return must(proposeVerdict(this.desk, by, { assertionId: id, ifMatch: task.etag, leaseToken, rating, rationale }));
  }

  async approve(task: ReviewTask, by: Actor, note = ''): Promise<ReviewTask> {
    return must(approveVerdict(this.desk, by, { ...named(task), note }));
  }

  async returnToChecker(task: ReviewTask, by: Actor, reason: string): Promise<ReviewTask> {
    return must(returnVerdict(this.desk, by, { ...named(task), reason }));
  }

  async publish(task: ReviewTask, by: Actor): Promise<ReviewTask> {
    return must(publishVerdict(this.desk, by, named(task)));
  }

  async dismiss(task: AssertionSummary, by: Actor, note: string): Promise<ReviewTask> {
    return must(
      dismissAssertion(this.desk, by, { assertionId: task.id, ifMatch: task.etag, reason: 'not_checkable', note }),
    );
  }
}

const named = (task: ReviewTask) => ({
  assertionId: task.id,
  ifMatch: task.etag,
  verdictVersion: Math.max(0, ...task.verdicts.map(({ version }) => version)),
});
