import { describe, expect, it } from '@jest/globals';
import { checkArticle } from '../check-article.js';

const HEAD =
  'Council meets over the harbour wall\n\nThe council of Marl met on Monday to talk about the harbour wall.\n\n';

const read = (paragraph: string): string[] =>
  checkArticle(HEAD + paragraph)
    .assertions.slice(2)
    .map(({ sourcing, exact }) => `${sourcing}: ${exact.trim()}`);

describe('an attribution put in between', () => {
  it.each([
    'The pumps, Orla Tennick said, were rusting and had to go.',
    'The masons were idle, she argued, and knew it. Nobody, he says, is allowed to look.',
  ])('has what is said on both sides: %s', (paragraph) =>
    expect(read(paragraph).map((one) => one.split(':')[0])).not.toContain('unattributed'),
  );

  it('keeps a quotation apart from what the author tells behind it', () => {
    const [quotation] = read(
      '“You will all get your wall, my darlings,” Orla Tennick cooed, before a mason took her mike away.',
    );
    expect(quotation).toMatch(/^quoted: “You will all get your wall, my darlings,” Orla Tennick cooed/);
  });
});
