import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ReviewTask } from '@proofdesk/contract';
import { type PersonActor } from './actor.js';
import { addPerson } from './add-person.js';
import { approveVerdict } from './approve-verdict.js';
import { attachEvidence } from './attach-evidence.js';
import { leaseTask } from './lease-task.js';
import { listPublications } from './list-publications.js';
import { proposeVerdict } from './propose-verdict.js';
import { publishVerdict } from './publish-verdict.js';
import { readHistory } from './read-history.js';
import { readPublication } from './read-publication.js';
import { relabelAssertion } from './relabel-assertion.js';
import { requeueAssertion } from './requeue-assertion.js';
import { retractVerdict } from './retract-verdict.js';
import { returnVerdict } from './return-verdict.js';
import { takeNextTask } from './take-next-task.js';
import {
  actorOf,
  article,
  codeOf,
  must,
  openTestDesk,
  PASSWORD,
  person,
  piece,
  propose,
  type TestDesk,
} from './testing/test-desk.js';
import { withdrawEvidence } from './withdraw-evidence.js';

let desk: TestDesk;
let checker: PersonActor;
let editor: PersonActor;
let second: PersonActor;

beforeAll(async () => {
  desk = await openTestDesk();
  checker = await person(desk, 'checker');
  editor = await person(desk, 'editor');
  second = await person(desk, 'editor');
});
afterAll(() => desk.close());

const version = (task: ReviewTask) => ({
  assertionId: task.id,
  ifMatch: task.etag,
  verdictVersion: task.verdicts[0]?.version ?? 0,
});
const approve = (task: ReviewTask, by: PersonActor) => approveVerdict(desk, by, { ...version(task), note: '' });

async function proposed(word: string, origins?: string[], meta = {}): Promise<ReviewTask> {
  const { ids } = await article(desk, [word], meta);
  return propose(desk, checker, ids[0] ?? '', origins);
}

describe('the path of one assertion', () => {
  it('goes from the queue to readers, and the history has every step', async () => {
    const meta = { origin: 'published', url: 'https://elsewhere.example/story' } as const;
    const task = await proposed('serious', undefined, meta);
    expect(task.state).toBe('in_approval');
    expect(task.approvals).toEqual({ given: 0, needed: 2 });
    const once = await must(approve(task, editor));
    expect(once.state).toBe('in_approval');
    expect(once.publishGate).toEqual(['One more editor must approve it.']);
    const twice = await must(approve(once, second));
    expect(twice.state).toBe('approved');
    expect(twice.publishGate).toEqual([]);
    const published = await must(publishVerdict(desk, editor, version(twice)));
    expect(published.state).toBe('published');
    const { items } = await must(listPublications(desk, { limit: 10 }));
    expect(items.find(({ assertionId }) => assertionId === task.id)).toMatchObject({
      hasClaimReview: true,
      rating: { key: 'false', value: 1 },
    });
    const page = await must(readPublication(desk, { slug: published.publication?.slug ?? '' }));
    expect(page.summary.url).toBe(`https://gazette.example/verdicts/${published.publication?.slug}`);
    expect(page.ratingRange).toEqual({ worst: 1, best: 5 });
    const history = await must(readHistory(desk, editor, { assertionId: task.id, limit: 50 }));
    expect(history.items.map(({ type }) => type)).toEqual([
      'assertion.queued',
      'task.leased',
      'evidence.attached',
      'evidence.attached',
      'verdict.proposed',
      'verdict.approved',
      'verdict.approved',
      'verdict.published',
    ]);
    expect(history.items.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(history.items[4]).toMatchObject({
      before: { state: 'in_check' },
      after: { state: 'in_approval', rating: 'false' },
      disclosed: { rationale: 'The register says otherwise.' },
    });
    expect(history.items.every((entry, i) => i === 0 || entry.prev === history.items[i - 1]?.leaf)).toBe(true);
    expect(history.items.some(({ body }) => body.includes('register says'))).toBe(false);
  });

  it('gives own-voice claims of a draft no ClaimReview', async () => {
    const task = await proposed('headline');
    const approved = await must(approve(task, editor));
    expect(approved.state).toBe('approved');
    const published = await must(publishVerdict(desk, editor, version(approved)));
    const page = await must(readPublication(desk, { slug: published.publication?.slug ?? '' }));
    expect(page.summary.hasClaimReview).toBe(false);
  });

  it('sends a returned verdict to the top of its proposer, who proposes version 2 under the same id', async () => {
    const task = await proposed('normal');
    await article(desk, ['serious']);
    const returned = await must(returnVerdict(desk, editor, { ...version(task), reason: 'Ask the registry itself.' }));
    expect(returned).toMatchObject({ state: 'queued', stateReason: 'Returned: Ask the registry itself.' });
    const next = await must(takeNextTask(desk, checker, {}));
    expect(next.id).toBe(task.id);
    const leaseToken = next.leaseToken ?? '';
    const command = { assertionId: task.id, ifMatch: next.etag, leaseToken, rating: 'true', rationale: 'It did.' };
    const again = await must(proposeVerdict(desk, checker, command));
    expect(again.verdicts.map(({ version: v, state }) => [v, state])).toEqual([
      [2, 'proposed'],
      [1, 'returned'],
    ]);
    expect(new Set(again.verdicts.map(({ id }) => id)).size).toBe(1);
    expect(await codeOf(approveVerdict(desk, editor, { ...version(again), verdictVersion: 1, note: '' }))).toBe(
      'request.stale',
    );
  });
});

describe('the evidence rule', () => {
  it.each([
    ['normal', [], 'evidence.incomplete'],
    ['sensitive', ['registry'], 'evidence.incomplete'],
    ['sensitive', ['registry', 'The Registry'], 'evidence.not_independent'],
    ['serious', ['registry'], 'evidence.incomplete'],
  ])('refuses a verdict on a %s assertion with %j', async (word, origins, code) => {
    const { ids } = await article(desk, [word]);
    await expect(propose(desk, checker, ids[0] ?? '', origins)).rejects.toThrow(code);
  });

  it('takes one primary record for a serious one', async () => {
    const { ids } = await article(desk, ['serious']);
    const assertionId = ids[0] ?? '';
    const task = await must(leaseTask(desk, checker, { assertionId }));
    const leaseToken = task.leaseToken ?? '';
    const held = { assertionId, leaseToken };
    const with1 = await must(
      attachEvidence(desk, checker, { ...held, ifMatch: task.etag, ...piece('registry', true) }),
    );
    expect(with1.evidenceRule).toEqual({ met: true, needed: [] });
    const verdict = { rating: 'nonsense', rationale: 'x' };
    expect(await codeOf(proposeVerdict(desk, checker, { ...held, ifMatch: with1.etag, ...verdict }))).toBe(
      'verdict.rating_unknown',
    );
    const good = { ...held, ifMatch: with1.etag, rating: 'mixed', rationale: 'Both.' };
    expect((await must(proposeVerdict(desk, checker, good))).state).toBe('in_approval');
  });
});

describe('four eyes', () => {
  it('refuses the proposer, also as editor under another account', async () => {
    const both = await person(desk, 'checker', 'editor');
    const { ids } = await article(desk, ['normal']);
    const task = await propose(desk, both, ids[0] ?? '');
    expect(await codeOf(approve(task, both))).toBe('approval.own_verdict');
    const login = `twin-${both.personId.slice(0, 8)}`;
    const twin = await must(
      addPerson(
        desk,
        { kind: 'system', name: 'spec' },
        { name: 'x', login, password: PASSWORD, roles: [], personId: both.personId },
      ),
    );
    const account = twin.accounts.find((each) => each.login === login)?.id ?? '';
    expect(await codeOf(approve(task, actorOf(both.personId, account, ['checker', 'editor'])))).toBe(
      'approval.own_verdict',
    );
  });

  it('refuses a checker, the author, the same editor twice, and an old ETag', async () => {
    const author = await person(desk, 'editor');
    const task = await proposed('serious', undefined, { authorPersonId: author.personId });
    expect(await codeOf(approve(task, checker))).toBe('permission.denied');
    expect(await codeOf(approve(task, author))).toBe('approval.own_article');
    const once = await must(approve(task, editor));
    expect(await codeOf(approve(task, second))).toBe('request.stale');
    expect(await codeOf(approve(once, editor))).toBe('approval.already_given');
    expect(await codeOf(approveVerdict(desk, second, { ...version(once), ifMatch: undefined, note: '' }))).toBe(
      'request.if_match_missing',
    );
  });

  it('does not let an editor whose role was revoked in between approve: the ledger looks again', async () => {
    const gone = await person(desk, 'editor');
    const task = await proposed('normal');
    await desk.db.transaction(async (unit) => {
      await unit.people.revokeRole(gone.personId, 'editor');
      const subject = { person: gone.personId };
      await unit.ledger.append({
        stream: gone.personId,
        type: 'role.revoked',
        actor: { kind: 'system', id: 'spec' },
        subject,
        data: { role: 'editor' },
      });
    });
    expect(await codeOf(approve(task, gone))).toBe('permission.denied');
  });

  it('is kept by the database where every rule of ours is gone', async () => {
    const task = await proposed('normal');
    const [verdict] = task.verdicts;
    const insert = desk.db.transaction((unit) => unit.verdicts.approve(verdict?.id ?? '', 1, checker.personId, ''));
    await expect(insert).rejects.toThrow(/the approver proposed this verdict/);
  });

  it('asks for two approvals where an editor has raised the risk, and for more evidence', async () => {
    const task = await proposed('normal', ['registry']);
    const relabel = { sourcing: 'anonymous', kind: 'statement', reason: 'It accuses somebody.' } as const;
    const allegation = { category: 'fraud', hedged: false, accused: 'the bank' } as const;
    const command = { assertionId: task.id, ifMatch: task.etag, ...relabel, allegation };
    const raised = await must(relabelAssertion(desk, editor, command));
    expect(raised).toMatchObject({ risk: 'serious', approvals: { given: 0, needed: 2 } });
    expect(await codeOf(approve(raised, second))).toBe('evidence.incomplete');
  });
});

describe('what happens after publication', () => {
  async function published(): Promise<ReviewTask> {
    const task = await must(approve(await proposed('normal'), editor));
    return must(publishVerdict(desk, editor, version(task)));
  }

  it('retracts with two editors only', async () => {
    const task = await published();
    const command = { assertionId: task.id, ifMatch: task.etag, publicNote: 'The register was wrong.' };
    const asked = await must(retractVerdict(desk, editor, command));
    expect(asked.state).toBe('published');
    const next = { ...command, ifMatch: asked.etag };
    expect(await codeOf(retractVerdict(desk, editor, next))).toBe('approval.same_person');
    const gone = await must(retractVerdict(desk, second, next));
    expect(gone.state).toBe('retracted');
    const page = await must(readPublication(desk, { slug: gone.publication?.slug ?? '' }));
    expect(page.retraction?.publicNote).toBe('The register was wrong.');
  });

  it('goes out of date when its evidence is withdrawn, and can be queued again', async () => {
    const task = await published();
    const evidenceId = task.evidence[0]?.id ?? '';
    const command = { assertionId: task.id, ifMatch: task.etag, evidenceId, reason: 'Forged.' };
    const stale = await must(withdrawEvidence(desk, second, command));
    expect(stale.state).toBe('stale');
    expect(stale.verdicts[0]?.state).toBe('stale');
    expect(await codeOf(withdrawEvidence(desk, second, { ...command, ifMatch: stale.etag }))).toBe('task.wrong_state');
    const again = { assertionId: task.id, ifMatch: stale.etag, reason: 'Check it again.' };
    expect((await must(requeueAssertion(desk, checker, again))).state).toBe('queued');
  });

  it('publishes nothing that is not approved', async () => {
    const task = await proposed('serious');
    expect(await codeOf(publishVerdict(desk, editor, version(task)))).toBe('task.wrong_state');
  });
});
