import { describe, expect, it } from '@jest/globals';
import { splitSegments } from './segments.js';

const read = (text: string) => splitSegments(text).map(({ start, end, kind }) => [kind, text.slice(start, end)]);

describe('segments', () => {
  it('know headline, byline, dateline, caption and furniture', () => {
    expect(
      read(
        'Harbour wall falls\n\nBy Oren Castellane\n\nMARROW BAY — The wall fell on Monday.\n\n(L-R) Ingrid Halloran and Tom Rourke at the wall\n\nRead more: walls of the coast',
      ),
    ).toEqual([
      ['headline', 'Harbour wall falls'],
      ['byline', 'By Oren Castellane'],
      ['dateline', 'MARROW BAY —'],
      ['body', 'The wall fell on Monday.'],
      ['caption', '(L-R) Ingrid Halloran and Tom Rourke at the wall'],
      ['furniture', 'Read more: walls of the coast'],
    ]);
  });

  it('put lines together that a fixed width has broken', () => {
    const line =
      'The wall of the old harbour fell on Monday night while the tide was\nhigh and nobody could say for how long it had been leaning towards the\nsea before that, nor who had looked at it in all the years since it was\nbuilt by the convicts of the old prison on the hill, or what it had cost\nthem.';
    expect(read(`Wall falls\n\n${line}`)[1]).toEqual(['body', line]);
  });
});
