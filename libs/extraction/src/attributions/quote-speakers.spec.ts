import { describe, expect, it } from '@jest/globals';
import { checkArticle } from '../check-article.js';

const HEAD =
  'Council meets over the harbour wall\n\nThe council of Marl met on Monday to talk about the harbour wall.\n\n';

/** Sourcing and source of each assertion of the paragraphs behind the lead. */
const read = (paragraphs: string): string[] => {
  const { assertions, attributions } = checkArticle(HEAD + paragraphs);
  return assertions.slice(2).map(({ sourcing, attribution }) => {
    const source = attribution === null ? null : attributions[attribution]?.source;
    return source ? `${sourcing}: ${source.name}` : sourcing;
  });
};

describe('whose quotation it is', () => {
  it('is the interviewee’s where a question stands before it', () => {
    const interview =
      'Orla Tennick drew the wall alone.\n\nDid anybody warn you?\n\n“Everybody. My own sister did.”\n\n' +
      'Some neighbours want it gone.\n\n“Let them.”';
    const answer = 'quoted: Orla Tennick';
    expect(read(interview).filter((one) => one !== 'unattributed')).toEqual([
      answer,
      answer,
      expect.anything(),
      answer,
    ]);
    expect(read('The wall leans.\n\n“Everybody. My own sister did.”')[1]).toBe('anonymous');
  });

  it('is the interviewee’s where letters stand before question and answer', () => {
    const interview =
      'Orla Tennick drew the wall alone.\n\nQ: Some masons say it leans. Does it?\n\nA: “It does.” “It always did.”';
    expect(read(interview).slice(-2)).toEqual(['quoted: Orla Tennick', 'quoted: Orla Tennick']);
  });

  it('is theirs whose words a colon announces', () => {
    expect(read('Orla Tennick’s reply to all this was short: “Nonsense.”')).toEqual(['quoted: Orla Tennick']);
    expect(read('The mason Orla Tennick posted a line to her followers: “It moves.”')).toEqual([
      'quoted: Orla Tennick',
    ]);
  });

  it('is a whole utterance, whatever the verb beside it', () => {
    expect(read('“They built it in a week,” remembered Orla Tennick, a mason. “Then it rained.”')).toEqual([
      'quoted: Orla Tennick',
      'quoted: Orla Tennick',
    ]);
  });
});
