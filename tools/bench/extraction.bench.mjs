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
/** Rounds before those that count: the compiler takes a while to know what is hot. */
const WARM_UP = 2;
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

/**
 * Processor time over all texts for each reader, in milliseconds: of each text the least of some rounds, so that what else the
 * machine does counts little. The readers take turns, so that it hits all alike.
 */
function measure(texts, readers) {
  const best = Object.fromEntries(Object.keys(readers).map((name) => [name, texts.map(() => Infinity)]));
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1)
    for (const [name, read] of Object.entries(readers))
      texts.forEach((text, i) => {
        const begun = process.cpuUsage();
        read(text);
        const { user, system } = process.cpuUsage(begun);
        if (round >= WARM_UP) best[name][i] = Math.min(best[name][i], (user + system) / 1000);
      });
  return Object.fromEntries(
    Object.entries(best).map(([name, all]) => [name, all.reduce((sum, took) => sum + took, 0)]),
  );
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
