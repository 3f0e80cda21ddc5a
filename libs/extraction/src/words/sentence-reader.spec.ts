import { describe, expect, it } from '@jest/globals';
import model from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import { SentenceReader } from './sentence-reader.js';

const SENTENCES = [
  'The ferry that sank in May hadn’t been inspected, the harbour board told the inquiry.',
  "She can't have known; it isn't what the lists show.",
  'Report the loss to whoever runs the store, he said, and they will record it.',
  'A well-known mid-table side won 3-1 (after extra time) at St. Olave’s on 4 June 2021.',
  'Prices rose 4.5% to $12 at 9 a.m., wrote @quay_news: “Not like last year!”',
  'The plan to build more is one that most people like, but few want to pay for.',
  'Running costs and falling sales hit the long closed mill that used to employ 300.',
  'To be read aloud, the letter had to be found first\nand then opened.',
];

const nlp = winkNlp(model, ['pos']);
const reader = new SentenceReader();

/** Words and parts of speech. */
const read = (text: string): string[] =>
  Array.from({ length: reader.read(text, 0, text.length) }, (_, i) => `${reader.wordAt(i).text} ${reader.posAt(i)}`);

describe('the reader of sentences', () => {
  it.each(SENTENCES)('says what wink-nlp says: %s', (text) => {
    const tokens = nlp.readDoc(text).tokens();
    const tags = tokens.out(nlp.its.pos);
    expect(read(text)).toEqual(tokens.out().map((word, i) => `${word} ${String(tags[i])}`));
  });

  it.each(['sources', 'Halloran', 'won', 'Dr', 'it', 'REPORT'])(
    'says of “%s” what wink-nlp says, with any mark',
    (word) => {
      for (const before of ['', '"', '(', '“', '‘'])
        for (const behind of ['', ',', '!', '"', ')', ':', ';', '?', '’', '”']) {
          const text = `${before}${word}${behind} came`;
          const tokens = nlp.readDoc(text).tokens();
          const tags = tokens.out(nlp.its.pos);
          expect(read(text)).toEqual(tokens.out().map((one, i) => `${one} ${String(tags[i])}`));
        }
    },
  );

  it('takes “cannot” for two words whatever mark is behind it', () => {
    expect(read('She cannot, he said')).toEqual(expect.arrayContaining(['can AUX', 'not PART']));
  });

  it('knows where each word begins', () => {
    const text = 'One: “cannot”,  said  Ó Briain.';
    const count = reader.read(text, 5, text.length);
    for (let i = 0; i < count; i += 1) expect(text.startsWith(reader.wordAt(i).text, reader.startAt(i))).toBe(true);
    expect(reader.startAt(0)).toBe(5);
  });

  it('reads a text alike whatever it has read before', () => {
    const text = 'Tarvo’s sister met Tarvo’s brother.';
    const reader = new SentenceReader();
    const words = (): string[] =>
      Array.from({ length: reader.read(text, 0, text.length) }, (_, i) => reader.wordAt(i).text);
    const before = words();
    for (const other of ['“Tarvo’s”', 'Tarvo’s,', '(Tarvo’s)']) reader.read(other, 0, other.length);
    expect(words()).toEqual(before);
  });

  it('leaves what no language has to no tagger', () => {
    const text = `Look: ${'x'.repeat(200)} again.`;
    expect(read(text)).toEqual(['Look X', ': PUNCT', `${'x'.repeat(200)} X`, 'again X', '. PUNCT']);
  });
});
