import { createHash, randomUUID } from 'node:crypto';
import { type ReviewTask } from '@proofdesk/contract';
import { type Check, type CheckedAssertion } from '@proofdesk/extraction';
import { Database } from '@proofdesk/persistence';
import { needsSource, riskOf } from '@proofdesk/review';
import { createTestDatabase, type TestDatabase } from '@proofdesk/testing';
import { type PersonActor, type Role } from '../actor.js';
import { addPerson } from '../add-person.js';
import { attachEvidence } from '../attach-evidence.js';
import { type Desk } from '../desk.js';
import { extractAssertions } from '../extract-assertions.js';
import { ingestArticle, type ArticleMeta } from '../ingest-article.js';
import { leaseTask } from '../lease-task.js';
import { proposeVerdict } from '../propose-verdict.js';
import { type Outcome } from '../refusal.js';

/** A desk on a database of its own, with an engine that says what the spec wants to be said. */
export interface TestDesk extends Desk {
  readonly database: TestDatabase;
  close(): Promise<void>;
}

export async function openTestDesk(poolSize = 10): Promise<TestDesk> {
  const database = await createTestDatabase();
  const db = await Database.open({ url: database.url('app'), poolSize });
  return {
    database,
    db,
    engine: { check: (text) => Promise.resolve(checkOf(text)) },
    newsroom: 'The Test Gazette',
    publicUrl: 'https://gazette.example',
    demoAccounts: [],
    async close() {
      await db.close();
      await database.drop();
    },
  };
}

/** The value of a good outcome; a refusal fails the spec with its code. */
export async function must<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const result = await outcome;
  if (result.ok) return result.value;
  throw new Error(`refused: ${result.refusal.code}: ${result.refusal.detail}`);
}

/** The code of a refusal, or `ok`. */
export async function codeOf(outcome: Promise<Outcome<unknown>>): Promise<string> {
  const result = await outcome;
  return result.ok ? 'ok' : result.refusal.code;
}

export const PASSWORD = 'plover gneiss harbour';
const system = { kind: 'system', name: 'spec' } as const;

/** Adds a person with these roles and answers with them as an actor. */
export async function person(desk: Desk, ...roles: Role[]): Promise<PersonActor> {
  const login = `${roles[0] ?? 'nobody'}-${randomUUID().slice(0, 8)}`;
  const added = await must(addPerson(desk, system, { name: `Person ${login}`, login, password: PASSWORD, roles }));
  return actorOf(added.id, added.accounts[0]?.id ?? '', roles);
}

export const actorOf = (personId: string, accountId: string, roles: readonly Role[]): PersonActor => ({
  kind: 'person',
  personId,
  accountId,
  roles,
  sessionId: randomUUID(),
});

type Line = Pick<CheckedAssertion, 'kind' | 'sourcing' | 'allegation'>;
const lines: Readonly<Record<string, Line>> = {
  serious: { kind: 'statement', sourcing: 'unattributed', allegation: allegation() },
  sensitive: { kind: 'statement', sourcing: 'quoted', allegation: allegation() },
  normal: { kind: 'statement', sourcing: 'reported', allegation: null },
  opinion: { kind: 'opinion', sourcing: 'unattributed', allegation: null },
  headline: { kind: 'headline', sourcing: 'unattributed', allegation: null },
};

function allegation() {
  return { category: 'corruption', hedged: false, accused: 'the harbour master' } as const;
}

/** What the engine of the specs says: every line is one assertion, and its first word says of what sort it is. */
export function checkOf(text: string): Check {
  const assertions: CheckedAssertion[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const length = [...line].length;
    if (length > 0) assertions.push(assertionOf(line, start, assertions.length + 1));
    start += length + 1;
  }
  return {
    schema: 'proofdesk.check/1',
    article: {
      title: text.split('\n')[0] ?? '',
      sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
      characters: [...text].length,
      language: 'en',
    },
    segments: assertions.map((assertion) => ({ start: assertion.start, end: assertion.end, kind: 'body' })),
    attributions: [{ source: null, cue: null, content: [{ start: 0, end: 1 }], direct: false }],
    assertions,
    totals: {
      assertions: assertions.length,
      bySourcing: {} as Check['totals']['bySourcing'],
      needsSource: 0,
      serious: 0,
    },
    engine: { name: 'spec-engine', version: '1', milliseconds: 0 },
  };
}

function assertionOf(line: string, start: number, ordinal: number): CheckedAssertion {
  const label = lines[line.split(' ')[0] ?? ''] ?? { kind: 'statement', sourcing: 'reported', allegation: null };
  return {
    ...label,
    ordinal,
    start,
    end: start + [...line].length,
    exact: line,
    prefix: '',
    suffix: '',
    partlyQuoted: false,
    attribution: label.sourcing === 'unattributed' ? null : 0,
    checkWorthiness: { score: 0.5, reasons: ['a figure'] },
    needsSource: needsSource(label),
    risk: riskOf(label),
  };
}

/** Takes in an article of these lines, extracts it, and answers with its assertions by the first word of their line. */
export async function article(
  desk: Desk,
  words: readonly string[],
  meta: ArticleMeta = {},
): Promise<{ articleId: string; revisionId: string; ids: string[] }> {
  const text = words.map((word) => `${word} line 😀 ${randomUUID()}`).join('\n');
  const { articleId, revisionId } = await must(ingestArticle(desk, system, { body: { text }, meta }));
  await must(extractAssertions(desk, { revisionId, jobKey: `spec-${revisionId}` }));
  const assertions = await desk.db.read((unit) => unit.view.tasks.ofRevision(revisionId));
  return { articleId, revisionId, ids: assertions.map(({ id }) => id) };
}

export const piece = (origin: string, isPrimary = false) => ({
  title: `What ${origin} says`,
  origin,
  quote: 'So it was.',
  note: '',
  stance: 'supports' as const,
  isPrimary,
});

/** Leases the task, attaches pieces of these origins, and proposes. */
export async function propose(
  desk: Desk,
  checker: PersonActor,
  assertionId: string,
  origins: readonly string[] = ['registry', 'gazette'],
): Promise<ReviewTask> {
  let task = await must(leaseTask(desk, checker, { assertionId }));
  const leaseToken = task.leaseToken ?? '';
  for (const origin of origins)
    task = await must(attachEvidence(desk, checker, { assertionId, ifMatch: task.etag, leaseToken, ...piece(origin) }));
  const verdict = { rating: 'false', rationale: 'The register says otherwise.' };
  return must(proposeVerdict(desk, checker, { assertionId, ifMatch: task.etag, leaseToken, ...verdict }));
}
