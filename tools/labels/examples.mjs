/** Reads articles of the corpus as the engine does and holds each draft against the labelled assertion that covers most of it. */
import { kindOf } from '../../libs/extraction/dist/assertions/assertion-kinds.js';
import { Votes, categoryFeatures } from '../../libs/extraction/dist/accusations/allegation-category.js';
import { carryFeatures } from '../../libs/extraction/dist/assertions/carry-features.js';
import { mayCarry } from '../../libs/extraction/dist/assertions/carry-over.js';
import { draftFeatures, tension } from '../../libs/extraction/dist/accusations/draft-features.js';
import { FeatureNames, keepWords } from '../../libs/extraction/dist/learning/features.js';
import { kindFeatures } from '../../libs/extraction/dist/assertions/kind-features.js';
import { readText } from '../../libs/extraction/dist/reading.js';
import { normalizeText } from '../../libs/text/dist/index.js';

keepWords();

/** The names of the features that `fill` puts out. */
function namesOf(fill) {
  const out = new FeatureNames();
  fill(out);
  return [...out.names];
}

function goldOf(article, draft) {
  return article.assertions
    .map((one) => ({ one, shared: Math.min(one.end, draft.end) - Math.max(one.start, draft.start) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)[0]?.one;
}

/**
 * Articles of unusual wording use the plain words of wrong for the innocent. They teach what is rare; at full weight they would also
 * teach to trust plain words less, which is wrong for a newsroom's articles.
 */
const WEIGHTS = { usual: 1, unusual: 0.25 };

/**
 * An article as `{ id, weight, drafts, examples, carries }`; one example for each draft, `gold` is undefined where no assertion is under it.
 * The tagger that ships learnt from split `train` and is too good there; `without` it these articles are read by the rules
 * alone, with errors in who says what such as articles have that nobody has seen.
 */
export function readExamples(article, { without = false } = {}) {
  if ([...article.text].length !== article.text.length)
    throw new Error(`${article.id} holds characters outside the basic plane`);
  const { drafts } = readText(normalizeText(article.text), without && article.split === 'train' ? null : undefined);
  const heat = tension(drafts);
  const votes = new Votes(drafts);
  const examples = drafts.map((draft, at) => {
    const gold = goldOf(article, draft);
    return {
      gold,
      sourcing: draft.sourcing,
      evidence: gold?.allegation ? votes.evidenceAt(at) : null,
      categoryFeatures: gold?.allegation ? namesOf((out) => categoryFeatures(out, draft)) : null,
      features: namesOf((out) => draftFeatures(out, drafts, at, heat)),
      kindFeatures: namesOf((out) => kindFeatures(out, draft, kindOf(draft.said, draft.segment, draft.owner !== null))),
    };
  });
  return { id: article.id, weight: WEIGHTS[article.wording], drafts, examples, carries: carriesOf(article, drafts) };
}

/** Pairs of neighbouring drafts: does the second, which has no cue, go on with the attribution of the first? */
function carriesOf(article, drafts) {
  const pairs = [];
  let previous = null;
  const uncarried = drafts.map((raw) =>
    raw.carried ? { ...raw, owner: null, attribution: null, sourcing: 'unattributed', carried: undefined } : raw,
  );
  for (const [at, draft] of uncarried.entries()) {
    const gold = goldOf(article, draft);
    let now = draft;
    if (previous && gold && mayCarry(previous, draft)) {
      const yes =
        gold.sourcing !== 'unattributed' &&
        gold.attribution !== null &&
        gold.attribution === goldOf(article, previous)?.attribution;
      pairs.push({ features: namesOf((out) => carryFeatures(out, previous, draft, uncarried[at + 1])), yes });
      if (yes)
        now = {
          ...draft,
          owner: previous.owner,
          attribution: previous.attribution,
          sourcing: previous.sourcing === 'quoted' ? 'reported' : previous.sourcing,
          carried: true,
        };
    }
    previous = now;
  }
  return pairs;
}
