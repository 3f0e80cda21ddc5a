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

  it('puts wrapped lines together, behind a full stop too, and leaves short lines alone', () => {
    const line = 'The wall of the harbour has leaned for years, and the masons who know it best say so,';
    const text = [
      'Harbour wall to fall',
      ...Array.from({ length: 4 }, () =>
        [
          line,
          `${line} and again.`,
          'Nobody listened to them, said one who had been a mason there for forty years in all.',
          'He left.',
          '',
        ].join('\n'),
      ),
      'Masons to march through the town',
      'Board to meet on Friday evening in',
      'Marl',
      '',
      ...Array.from({ length: 4 }, () => [line, `${line} and so on.`, ''].join('\n')),
    ].join('\n');
    const bodies = splitSegments(text).map(({ start, end }) => text.slice(start, end));
    expect(bodies.filter((body) => body.startsWith(line) && body.endsWith('He left.'))).toHaveLength(4);
    expect(bodies).toContain('Masons to march through the town');
  });
});
