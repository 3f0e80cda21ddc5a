import { describe, expect, it } from '@jest/globals';
import { readHtml } from './read-html.js';

const article = (inner: string) => `<html><body><article><h1>Head</h1>${inner}</article></body></html>`;
const long = 'The council of the town sold its bridge to a company which nobody had heard of, and nobody was told. ';

describe('the child that reads HTML', () => {
  it.each([
    ['deep nesting', '<div>'.repeat(100_000)],
    ['many elements', '<i>a</i>'.repeat(100_000)],
    ['an endless attribute', `<p ${'a="b" '.repeat(200_000)}>`],
    ['a broken document', '<!doctype html><<<>>><p'.repeat(20_000)],
  ])(
    'answers or is ended in time for %s',
    async (_what, html) => {
      const outcome = await readHtml(html, 3);
      expect(outcome.ok ? 'ok' : outcome.refusal.code).toBe('article.no_readable_text');
    },
    20_000,
  );

  it('gives text only: markup, scripts and styles are gone, entities are read, blocks are apart', async () => {
    const inner = `<p>${long.repeat(3)}&amp; &lt;b&gt; caf&eacute;</p><script>evil()</script><style>p{}</style>
      <blockquote>${long.repeat(2)}</blockquote><ul><li>${long}</li><li>${long}Second.</li></ul>`;
    const outcome = await readHtml(article(inner));
    if (!outcome.ok) throw new Error(outcome.refusal.detail);
    const { text } = outcome.value;
    expect(text).toContain('& <b> café');
    expect(text).not.toMatch(/evil|p\{\}|<\/?(p|li)>/);
    expect(text.split('\n\n')).toHaveLength(text.startsWith('Head') ? 5 : 4);
  });
});
