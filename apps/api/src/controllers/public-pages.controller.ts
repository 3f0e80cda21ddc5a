import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { pageQuerySchema, refusalCodeSchema, type RefusalCode } from '@proofdesk/contract';
import { type PublishedRecord, publicPageOf } from '@proofdesk/publication';
import {
  type Desk,
  type PageRequest,
  type PublishedVerdict,
  listPublications,
  readPublication,
} from '@proofdesk/workflow';
import { type FastifyReply } from 'fastify';
import { Public } from '../guards/session.guard.js';
import { unwrap } from '../http/problem.js';
import { sendPage } from '../pages/layout.js';
import { notFoundPage, problemPage } from '../pages/problem-page.js';
import { verdictListPage } from '../pages/verdict-list-page.js';
import { verdictPage } from '../pages/verdict-page.js';
import { DESK } from '../tokens.js';

/** What readers see: rendered here, complete without a script. */
@ApiExcludeController()
@Controller()
@Public()
export class PublicPagesController {
  constructor(@Inject(DESK) private readonly desk: Desk) {}

  @Get('verdicts')
  async list(@Query({ schema: pageQuerySchema }) query: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const page = unwrap(await listPublications(this.desk, query));
    sendPage(reply, verdictListPage(page, this.desk.newsroom, this.desk.publicUrl));
  }

  @Get('verdicts/:slug')
  async read(@Param('slug') slug: string, @Res() reply: FastifyReply): Promise<void> {
    const found = /^[\w-]{1,200}$/.test(slug) ? await readPublication(this.desk, { slug }) : null;
    if (found === null || (!found.ok && found.refusal.code === 'not_found')) {
      return sendPage(reply, notFoundPage(this.desk.newsroom), 404);
    }
    sendPage(reply, verdictPage(publicPageOf(recordOf(unwrap(found), this.desk)), this.desk.newsroom));
  }

  @Get('problems/:code')
  problem(@Param('code', { schema: refusalCodeSchema }) code: RefusalCode, @Res() reply: FastifyReply): void {
    sendPage(reply, problemPage(code, this.desk.newsroom));
  }
}

function recordOf(published: PublishedVerdict, desk: Pick<Desk, 'newsroom' | 'publicUrl'>): PublishedRecord {
  const { summary, assertion, article, verdict, ratingRange, evidence, retraction } = published;
  return {
    url: `${desk.publicUrl}/verdicts/${summary.slug}`,
    newsroom: { name: desk.newsroom, url: desk.publicUrl },
    claimReviewed: summary.claimReviewed,
    publishedAt: summary.publishedAt,
    rating: verdict.rating,
    ratingRange,
    rationale: verdict.rationale,
    approvals: verdict.approvals.length,
    assertion: { ...assertion, sourcing: summary.sourcing, sourceName: summary.sourceName },
    article,
    evidence,
    retraction,
  };
}
