import { type PublicationSummary } from '@proofdesk/contract';
import { saidBy } from '@proofdesk/publication';
import { dayOf } from './day.js';
import { layout } from './layout.js';
import { type Markup, markup } from './markup.js';

/** The list of published verdicts, the newest first. */
export function verdictListPage(
  page: { readonly items: readonly PublicationSummary[]; readonly next: string | null },
  newsroom: string,
  publicUrl: string,
): Markup {
  const older = page.next === null ? null : `/verdicts?after=${encodeURIComponent(page.next)}`;
  return layout({
    title: 'Verdicts',
    description: `What ${newsroom} has checked, and what it found.`,
    newsroom,
    canonical: `${publicUrl}/verdicts`,
    main: markup`<h1>Verdicts</h1>
${page.items.length === 0 ? markup`<p>Nothing has been published yet.</p>` : list(page.items)}
${older !== null && markup`<a class="more" href="${older}">Older verdicts</a>`}`,
  });
}

const list = (items: readonly PublicationSummary[]): Markup => markup`<ol class="plain">${items.map(entry)}</ol>`;

const entry = (each: PublicationSummary): Markup =>
  markup`<li class="entry"><h2><a href="/verdicts/${each.slug}">${each.claimReviewed}</a></h2>
<p class="stance">${each.retractedAt === null ? each.rating.label : `${each.rating.label} (retracted)`}</p>
<p class="meta">${saidBy(each)} In “${each.articleTitle}”,
<time datetime="${each.publishedAt}">${dayOf(each.publishedAt)}</time>.</p></li>`;
