// Runs as a child process of its own, with a capped heap, killed after a time: hostile HTML stops here.
// stdin: the document as UTF-8. stdout: one JSON object {title, byline, publishedOn, text}; text is "" where nothing is readable.
import { buffer } from 'node:stream/consumers';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

const MAX_ELEMENTS = 50_000;
const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TD TH TR UL'.split(
    ' ',
  ),
);
const silent = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'IFRAME', 'SVG', 'BUTTON', 'FORM']);

/** Text with a blank line between blocks and single spaces within; without recursion, so depth costs nothing. */
function paragraphsOf(root) {
  const paragraphs = [''];
  const breakHere = () => paragraphs.at(-1).trim() !== '' && paragraphs.push('');
  const stack = [{ node: root, leave: false }];
  while (stack.length > 0) {
    const { node, leave } = stack.pop();
    if (leave) {
      breakHere();
    } else if (node.nodeType === 3) {
      paragraphs[paragraphs.length - 1] += node.textContent.replace(/\s+/gu, ' ');
    } else if (node.nodeName === 'BR') {
      paragraphs[paragraphs.length - 1] += ' ';
    } else if (!silent.has(node.nodeName)) {
      if (blocks.has(node.nodeName)) {
        breakHere();
        stack.push({ node, leave: true });
      }
      stack.push(...[...(node.childNodes ?? [])].reverse().map((child) => ({ node: child, leave: false })));
    }
  }
  return paragraphs.map((text) => text.replace(/ +/g, ' ').trim()).filter(Boolean);
}

const html = (await buffer(process.stdin)).toString('utf8');
const { document } = parseHTML(html);
const article = new Readability(document, { maxElemsToParse: MAX_ELEMENTS, charThreshold: 200 }).parse();
const tidy = (text) => (text ?? '').replace(/\s+/gu, ' ').trim();
let result = { title: '', byline: '', publishedOn: '', text: '' };
if (article?.content) {
  const title = tidy(article.title);
  const body = paragraphsOf(parseHTML(`<!doctype html><html><body>${article.content}</body></html>`).document.body);
  // The headline is an assertion too: it belongs into the text.
  if (title !== '' && body[0] !== title) body.unshift(title);
  const day = /^\d{4}-\d{2}-\d{2}/.exec(article.publishedTime ?? '')?.[0] ?? '';
  result = { title, byline: tidy(article.byline), publishedOn: day, text: body.join('\n\n') };
}
process.stdout.write(JSON.stringify(result));
