import { type ReviewTask } from '@proofdesk/contract';
import { type PersonActor } from '../actor.js';
import { approveVerdict } from '../approve-verdict.js';
import { blockTask } from '../block-task.js';
import { type Desk } from '../desk.js';
import { disableAccount } from '../disable-account.js';
import { dismissAssertion } from '../dismiss-assertion.js';
import { grantRole } from '../grant-role.js';
import { leaseTask } from '../lease-task.js';
import { publishVerdict } from '../publish-verdict.js';
import { relabelAssertion } from '../relabel-assertion.js';
import { releaseLease } from '../release-lease.js';
import { requeueAssertion } from '../requeue-assertion.js';
import { retractVerdict } from '../retract-verdict.js';
import { returnVerdict } from '../return-verdict.js';
import { revokeRole } from '../revoke-role.js';
import { takeOverLease } from '../take-over-lease.js';
import { unblockTask } from '../unblock-task.js';
import { withdrawEvidence } from '../withdraw-evidence.js';
import { article, must, person, propose } from './test-desk.js';

export interface BusyDay {
  readonly checker: PersonActor;
  readonly editor: PersonActor;
  readonly admin: PersonActor;
  /** An assertion whose verdict was returned once, approved by two, and published. */
  readonly published: string;
  readonly retracted: string;
  readonly stale: string;
  readonly articleId: string;
}

const version = (task: ReviewTask) => ({
  assertionId: task.id,
  ifMatch: task.etag,
  verdictVersion: task.verdicts[0]?.version ?? 0,
});

/** One act of every kind that moves a table, so that the replay of the log has something to say about each. */
export async function busyDay(desk: Desk): Promise<BusyDay> {
  const [checker, editor, second, admin] = [
    await person(desk, 'checker'),
    await person(desk, 'editor'),
    await person(desk, 'editor', 'checker'),
    await person(desk, 'admin'),
  ];
  const words = ['serious', 'normal', 'sensitive', 'opinion', 'headline', 'normal', 'normal', 'normal'];
  const { ids, articleId } = await article(desk, words, { origin: 'published', url: 'https://paper.example/1' });
  const [serious = '', normal = '', sensitive = '', opinion = '', headline = '', blocked = '', taken = '', held = ''] =
    ids;

  const returned = await must(
    returnVerdict(desk, editor, {
      ...version(await propose(desk, checker, serious)),
      reason: 'Ask Marlene Vogt again.',
    }),
  );
  const again = await propose(desk, checker, returned.id, []);
  const approved = await must(approveVerdict(desk, editor, { ...version(again), note: 'Well done.' }));
  const complete = await must(approveVerdict(desk, second, { ...version(approved), note: '' }));
  await must(publishVerdict(desk, editor, version(complete)));

  const toRetract = await publish(desk, checker, editor, normal);
  const asked = await must(retractVerdict(desk, editor, { ...toRetract, publicNote: 'The register was wrong.' }));
  await must(retractVerdict(desk, second, { assertionId: normal, ifMatch: asked.etag, publicNote: 'Yes.' }));

  const toOutdate = await publish(desk, checker, editor, sensitive);
  const evidenceId = toOutdate.evidence[0]?.id ?? '';
  await must(withdrawEvidence(desk, editor, { ...toOutdate, evidenceId, reason: 'It was forged.' }));

  await reshuffle(desk, checker, editor, { opinion, headline, blocked, taken, held });
  await must(grantRole(desk, admin, { personId: checker.personId, role: 'reporter' }));
  await must(revokeRole(desk, admin, { personId: checker.personId, role: 'reporter' }));
  await must(disableAccount(desk, admin, { accountId: second.accountId }));
  return { checker, editor, admin, published: serious, retracted: normal, stale: sensitive, articleId };
}

async function publish(desk: Desk, checker: PersonActor, editor: PersonActor, id: string) {
  const approved = await must(
    approveVerdict(desk, editor, { ...version(await propose(desk, checker, id)), note: 'Good.' }),
  );
  const task = await must(publishVerdict(desk, editor, version(approved)));
  return { assertionId: task.id, ifMatch: task.etag, evidence: task.evidence };
}

async function reshuffle(
  desk: Desk,
  checker: PersonActor,
  editor: PersonActor,
  ids: { opinion: string; headline: string; blocked: string; taken: string; held: string },
): Promise<void> {
  const etagOf = async (id: string) => (await desk.db.read((unit) => unit.tasks.read(id)))?.etag ?? '';
  const on = async (assertionId: string) => ({ assertionId, ifMatch: await etagOf(assertionId) });
  await must(requeueAssertion(desk, checker, { ...(await on(ids.opinion)), reason: 'It can be checked.' }));
  await must(dismissAssertion(desk, checker, { ...(await on(ids.headline)), reason: 'duplicate', note: 'Same as 3.' }));
  const task = await must(leaseTask(desk, checker, { assertionId: ids.blocked }));
  const leaseToken = task.leaseToken ?? '';
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const waiting = await must(
    blockTask(desk, checker, { ...(await on(task.id)), leaseToken, awaited: 'reply', until, note: 'Wrote to them.' }),
  );
  const resumed = await must(unblockTask(desk, checker, { assertionId: task.id, ifMatch: waiting.etag, leaseToken }));
  const label = { kind: 'statement', sourcing: 'anonymous', allegation: null, reason: 'Nobody is named.' } as const;
  const renamed = await must(relabelAssertion(desk, checker, { ...(await on(resumed.id)), leaseToken, ...label }));
  await must(releaseLease(desk, checker, { assertionId: task.id, ifMatch: renamed.etag, leaseToken }));
  await must(leaseTask(desk, checker, { assertionId: ids.taken }));
  await must(takeOverLease(desk, editor, { ...(await on(ids.taken)), reason: 'Urgent.' }));
  await must(leaseTask(desk, checker, { assertionId: ids.held }));
}
