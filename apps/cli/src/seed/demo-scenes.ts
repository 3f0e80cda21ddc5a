import { type AssertionSummary } from '@proofdesk/contract';
import { type Actor } from '@proofdesk/workflow';
import { type DemoDesk } from './demo-desk.js';
import { oneRecording, primaryRecord, twoIndependent } from './demo-evidence.js';

/** The people of the demo by key, and its articles by file name. */
export interface DemoCast {
  person: (key: string) => Actor;
  articleId: (file: string) => string;
}

/** Scenes are cast by what an assertion is, not by its words: the engine may cut a sentence differently tomorrow. */
const isQuote = ({ sourcing, risk }: AssertionSummary) => sourcing === 'quoted' && risk !== 'serious';
const isSerious = ({ risk }: AssertionSummary) => risk === 'serious';
const isPlain = ({ risk, kind }: AssertionSummary) => risk === 'normal' && kind === 'statement';

/** Plays the demo: afterwards each role has something to do at once. */
export async function playScenes(demo: DemoDesk, { person, articleId }: DemoCast): Promise<void> {
  const [moran, adeyemi, petrov, lindgren] = ['moran', 'adeyemi', 'petrov', 'lindgren'].map(person) as [
    Actor,
    Actor,
    Actor,
    Actor,
  ];
  await publishedQuote(demo, { article: articleId('harrow-rovers.txt'), checker: moran, editor: petrov });
  await waitingForSecondEditor(demo, { article: articleId('northgate-power.txt'), checker: adeyemi, editor: lindgren });
  await waitingForEditor(demo, { article: articleId('bramling-bridge.txt'), checker: moran });
  await returned(demo, { article: articleId('lindqvist-court.txt'), checker: moran, editor: petrov });
  const [some] = (await demo.queued(articleId('orchard-vaccine.txt'), adeyemi)).filter(isPlain).slice(-1);
  if (some) await demo.dismiss(some, adeyemi, 'A plan nobody can look up yet.');
}

interface Scene {
  article: string;
  checker: Actor;
  editor: Actor;
}

/** An outside source's quote, checked, approved and published with its ClaimReview. */
async function publishedQuote(demo: DemoDesk, { article, checker, editor }: Scene): Promise<void> {
  const quote = (await demo.queued(article, checker)).find(isQuote);
  if (!quote) return;
  const evidence = [oneRecording, ...twoIndependent];
  const rationale = 'The words are on the recording of the forum, and two people who were there confirm the speaker.';
  const proposed = await demo.propose(quote, { by: checker, evidence, rating: 'true', rationale });
  await demo.publish(await demo.approve(proposed, editor, 'Heard the recording.'), editor);
}

/** A serious allegation with one approval of the two it needs. */
async function waitingForSecondEditor(demo: DemoDesk, { article, checker, editor }: Scene): Promise<void> {
  const serious = (await demo.queued(article, checker)).find(isSerious);
  if (!serious) return;
  const rationale = 'The register shows the opposite of what the sentence says; the reporter has no document for it.';
  const proposed = await demo.propose(serious, {
    by: checker,
    evidence: [{ ...primaryRecord, stance: 'refutes' }],
    rating: 'mostly-false',
    rationale,
  });
  await demo.approve(proposed, editor, 'The register decides it.');
}

/** A plain statement that waits for its editor. */
async function waitingForEditor(demo: DemoDesk, { article, checker }: Omit<Scene, 'editor'>): Promise<void> {
  const plain = (await demo.queued(article, checker)).find(isPlain);
  if (!plain) return;
  const rationale = 'The committee papers give the same figure.';
  await demo.propose(plain, { by: checker, evidence: [primaryRecord], rating: 'true', rationale });
}

/** A verdict that an editor sent back with a reason. */
async function returned(demo: DemoDesk, { article, checker, editor }: Scene): Promise<void> {
  const plain = (await demo.queued(article, checker)).find((task) => isPlain(task) || isQuote(task));
  if (!plain) return;
  const rationale = 'Two reports say so.';
  const proposed = await demo.propose(plain, {
    by: checker,
    evidence: twoIndependent,
    rating: 'mostly-true',
    rationale,
  });
  await demo.returnToChecker(proposed, editor, 'Both reports quote the same agency. Find the court’s own record.');
}
