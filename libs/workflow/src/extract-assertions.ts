import { type Check } from '@proofdesk/extraction';
import { type Unit } from '@proofdesk/persistence';
import { assertionsOf, attributionRow, type RevisionOfCheck } from './assertion-rows.js';
import { decide } from './decide.js';
import { type Desk } from './desk.js';
import { done, refuse, type Outcome } from './refusal.js';

/**
 * The job behind an ingest: runs the engine outside any transaction, then writes segments, attributions, assertions, review
 * tasks, one ledger entry an assertion, and that the work is done, in one. A second run finds it done and adds nothing.
 * What the engine throws is thrown: the job is tried again.
 */
export async function extractAssertions(
  desk: Desk,
  command: { readonly revisionId: string; readonly jobKey: string },
): Promise<Outcome<{ readonly assertions: number }>> {
  const { revisionId, jobKey } = command;
  const started = await decide(desk, async (unit) => {
    const revision = await unit.articles.lockRevision(revisionId);
    if (revision === null) return refuse('not_found', 'There is no such revision.');
    if (revision.extractionState !== 'done') await unit.articles.startExtraction(revisionId);
    return done(revision);
  });
  if (!started.ok) return started;
  if (started.value.extractionState === 'done') return countOf(desk, revisionId);
  const text = await desk.db.read((unit) => unit.articles.textOf(revisionId));
  const check = await desk.engine.check(text ?? '');
  if (check.article.sha256 !== started.value.sha256)
    throw new Error(`the engine checked another text (${check.article.sha256}) than revision ${revisionId}`);
  return decide(desk, async (unit) => {
    if (!(await unit.outbox.markDone('extract-assertions', revisionId, jobKey))) return countOf(desk, revisionId);
    const revision = await unit.articles.lockRevision(revisionId);
    if (revision === null) return refuse('not_found', 'There is no such revision.');
    await store(unit, revision, check);
    return done({ assertions: check.assertions.length });
  });
}

async function countOf(desk: Desk, revisionId: string): Promise<Outcome<{ readonly assertions: number }>> {
  const assertions = await desk.db.read((unit) => unit.view.tasks.ofRevision(revisionId));
  return done({ assertions: assertions.length });
}

async function store(unit: Unit, revision: RevisionOfCheck, check: Check): Promise<void> {
  const found = assertionsOf(check, revision);
  await unit.articles.addSegments(
    check.segments.map((segment, ordinal) => ({
      revisionId: revision.id,
      ordinal,
      startOffset: segment.start,
      endOffset: segment.end,
      kind: segment.kind,
    })),
  );
  await unit.articles.addAttributions(
    check.attributions.map((attribution, ordinal) => attributionRow(attribution, revision.id, ordinal)),
  );
  await unit.tasks.addAssertions(found.map(({ row }) => row));
  await unit.tasks.addTasks(found.map(({ task }) => task));
  await unit.articles.finishExtraction(revision.id, {
    language: check.article.language,
    engineName: check.engine.name,
    engineVersion: check.engine.version,
  });
  await unit.ledger.appendAll([
    ...found.map(({ decision }) => decision),
    {
      stream: revision.articleId,
      type: 'article.extracted',
      actor: { kind: 'system', id: 'worker' },
      subject: { article: revision.articleId, revision: revision.id, articleSha256: revision.sha256 },
      data: {
        assertions: check.totals.assertions,
        serious: check.totals.serious,
        needsSource: check.totals.needsSource,
        engine: check.engine.name,
        engineVersion: check.engine.version,
      },
    },
  ]);
}
