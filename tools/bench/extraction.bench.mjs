// The engine in words a second of processor time (what else the machine does must not count) over the corpus' articles. Two floors in the same run: wink-nlp's bare full pass over
// the same texts, and compromise's `.quotations()`, the nearest thing another library offers. Then the longest block of the
// event loop while the worker's engine threads check an article of 20,000 words.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as after } from 'node:timers/promises';
import nlp from 'compromise';
import winkNlp from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import { checkArticle, warmUp } from '@proofdesk/extraction';
import { EngineThreads } from '../../apps/worker/dist/engine-threads.js';
import { corpusTexts } from './corpus-texts.mjs';

const ROUNDS = 5;
const LONG_ARTICLE = 20_000;
const wordsOf = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

export async function* run() {
  const texts = corpusTexts();
  const words = texts.reduce((sum, text) => sum + wordsOf(text), 0);
  const wink = winkNlp(model);
  warmUp();
  const took = measure(texts, {
    ours: checkArticle,
    wink: (text) => wink.readDoc(text).tokens().out(),
    compromise: (text) => nlp(text).quotations().json({ offset: true }),
  });
  const speed = (name) => (1000 * words) / took[name];
  const line = (name, floor) => ({
    name,
    value: speed('ours'),
    unit: 'words/s',
    floor: speed(floor),
    ratio: speed('ours') / speed(floor),
    n: words,
  });
  yield line('check-against-wink-nlp', 'wink');
  yield line('check-against-compromise-quotations', 'compromise');
  yield await measureLongestBlock(texts);
}

/** Least processor time of some rounds over all texts for each reader, in milliseconds; they take turns, so that noise hits all alike. */
function measure(texts, readers) {
  const best = {};
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [name, read] of Object.entries(readers)) {
      const begun = process.cpuUsage();
      for (const text of texts) read(text);
      const { user, system } = process.cpuUsage(begun);
      const took = (user + system) / 1000;
      // The first round only warms up.
      if (round > 0) best[name] = Math.min(best[name] ?? Infinity, took);
    }
  return best;
}

/** The longest delay of the main thread's event loop, in milliseconds, while a thread checks; floor: the same time, idle. */
async function measureLongestBlock(texts) {
  const text = longArticle(texts);
  const engine = new EngineThreads(1);
  try {
    await engine.check('Ready.');
    const begun = performance.now();
    const value = await longestDelay(() => engine.check(text));
    const floor = await longestDelay(() => after(performance.now() - begun));
    return { name: 'event-loop-block', value, unit: 'ms', floor, ratio: value / floor, n: wordsOf(text) };
  } finally {
    await engine.close();
  }
}

async function longestDelay(work) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await after(20);
  delay.reset();
  await work();
  // One more turn, so that what came back at the end counts too.
  await after(5);
  delay.disable();
  return delay.max / 1e6;
}

function longArticle(texts) {
  const parts = [];
  for (let words = 0, i = 0; words < LONG_ARTICLE; i += 1) {
    const text = texts[i % texts.length] ?? '';
    parts.push(text);
    words += wordsOf(text);
  }
  return parts.join('\n\n');
}
