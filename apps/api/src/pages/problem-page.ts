import { type RefusalCode } from '@proofdesk/contract';
import { problemTable } from '../http/problem-table.js';
import { layout } from './layout.js';
import { type Markup, markup } from './markup.js';

/** Where the `type` of a problem leads: what the code means. */
export function problemPage(code: RefusalCode, newsroom: string): Markup {
  const { status, title } = problemTable[code];
  return layout({
    title,
    description: `What the problem ${code} means.`,
    newsroom,
    canonical: null,
    main: markup`<p class="label">Problem</p><h1>${title}</h1>
<p>The api answers with the code <code>${code}</code> and the status ${status}. The <code>detail</code> of the answer
says what was wrong with that one request, and how to mend it.</p>`,
  });
}

/** Shown where a reader, not a program, asks for an address that leads nowhere. */
export const notFoundPage = (newsroom: string): Markup =>
  layout({
    title: 'Nothing here',
    description: 'There is nothing at this address.',
    newsroom,
    canonical: null,
    main: markup`<h1>Nothing here</h1>
<p>There is no verdict at this address. <a href="/verdicts">All verdicts</a> are listed on one page.</p>`,
  });
