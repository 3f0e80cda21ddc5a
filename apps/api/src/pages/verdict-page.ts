import { type PublicEvidence, type PublicPage, jsonForScript } from '@proofdesk/publication';
import { dayOf } from './day.js';
import { layout } from './layout.js';
import { type Markup, markup, trusted } from './markup.js';

/** The public page of one verdict. */
export function verdictPage(page: PublicPage, newsroom: string): Markup {
  return layout({
    title: page.title,
    description: page.description,
    newsroom,
    canonical: page.url,
    ...(page.claimReview && {
      head: markup`<script type="application/ld+json">${trusted(jsonForScript(page.claimReview))}</script>`,
    }),
    main: markup`<article>
<p class="label">The claim</p>
<h1>${page.claim}</h1>
<p class="meta">${page.saidBy} Published ${when(page.publishedAt)}.</p>
${page.retraction && retraction(page.retraction)}
${rating(page)}
${section('why', 'Why', markup`${page.rationale.map((each) => markup`<p>${each}</p>`)}`)}
${section('words', 'The words we checked', words(page))}
${section('evidence', 'Evidence', evidence(page.evidence))}
${section('how', 'How it was decided', howDecided(page))}
</article>`,
  });
}

const when = (instant: string): Markup => markup`<time datetime="${instant}">${dayOf(instant)}</time>`;

const section = (id: string, heading: string, body: Markup): Markup =>
  markup`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>${body}</section>`;

const link = (url: string | null, text: string): Markup =>
  url === null ? markup`${text}` : markup`<a href="${url}" rel="nofollow noopener">${text}</a>`;

const retraction = ({ at, publicNote }: { at: string; publicNote: string }): Markup =>
  markup`<section class="retraction" aria-labelledby="retracted">
<h2 id="retracted">Retracted on ${when(at)}</h2><p>${publicNote}</p></section>`;

const rating = ({ rating: words, scale }: PublicPage): Markup =>
  markup`<section class="verdict" aria-labelledby="rating"><p class="label">Our verdict</p>
<p class="rating" id="rating">${words}</p>${scale && steps(scale)}</section>`;

const steps = ({ step, of }: { step: number; of: number }): Markup =>
  markup`<p class="scale">${Array.from(
    { length: of },
    (_, at) => markup`<i${at + 1 === step && trusted(' class="on"')} aria-hidden="true"></i>`,
  )}<span>Step ${step} of ${of}; the last step is the truest</span></p>`;

const words = (page: PublicPage): Markup =>
  markup`<blockquote><mark>${page.quote}</mark></blockquote>
<p class="meta">From “${link(page.articleUrl, page.article)}”.</p>`;

const evidence = (pieces: readonly PublicEvidence[]): Markup =>
  pieces.length === 0
    ? markup`<p>No evidence stands any more.</p>`
    : markup`<ol class="plain">${pieces.map(piece)}</ol>`;

const piece = (each: PublicEvidence): Markup =>
  markup`<li class="piece"><h3>${link(each.url, each.title)}</h3>
<p class="stance">${each.stance}</p><p class="meta">From ${each.origin}</p>
${each.quote !== '' && markup`<blockquote>${each.quote}</blockquote>`}${each.note !== '' && markup`<p>${each.note}</p>`}
<code>SHA-256 ${each.sha256}</code></li>`;

const howDecided = ({ howDecided: how, withoutClaimReview }: PublicPage): Markup =>
  markup`<p>${how}</p>${
    withoutClaimReview.length > 0 &&
    markup`<p class="meta">This page carries no ClaimReview record. ${withoutClaimReview.join(' ')}</p>`
  }`;
