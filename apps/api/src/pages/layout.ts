import { createHash } from 'node:crypto';
import { type FastifyReply } from 'fastify';
import { type Markup, markup, trusted } from './markup.js';
import { style } from './style.js';

const styleHash = createHash('sha256').update(style).digest('base64');

/** Only the one style sheet, by its hash. A data block such as JSON-LD is no script and needs no leave. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface PageParts {
  readonly title: string;
  readonly description: string;
  readonly newsroom: string;
  readonly canonical: string | null;
  readonly head?: Markup;
  readonly main: Markup;
}

/** One public page: works without a script, in print, in the dark and with a screen reader. */
export function layout({ title, description, newsroom, canonical, head, main }: PageParts): Markup {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${newsroom}</title>
<meta name="description" content="${description}">
${canonical !== null && markup`<link rel="canonical" href="${canonical}">`}
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<style>${trusted(style)}</style>
${head ?? ''}
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header class="site">
<strong><a href="/verdicts">${newsroom}</a></strong>
<nav aria-label="Site"><a href="/verdicts">All verdicts</a></nav>
</header>
<main id="main">${main}</main>
<footer class="site">
<p>Each verdict is proposed by one person and approved by others, and every step is kept in a record that cannot be
changed unseen.</p>
</footer>
</body>
</html>
`;
}

/** Sends a page with a policy of its own and no caching: a retraction must show at once. */
export function sendPage(reply: FastifyReply, page: Markup, status = 200): void {
  void reply
    .status(status)
    .header('content-security-policy', policy)
    .header('cache-control', 'no-cache')
    .header('content-type', 'text/html; charset=utf-8')
    .send(page.text);
}
