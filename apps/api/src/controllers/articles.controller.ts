import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import {
  type Article,
  type ArticleSummary,
  articlePageSchema,
  articleQuerySchema,
  articleSchema,
  idSchema,
  ingestArticleSchema,
  ingestedSchema,
} from '@proofdesk/contract';
import {
  type Actor,
  type ArticleFilter,
  type Desk,
  type Page,
  ingestArticle,
  listArticles,
  readArticle,
  retryExtraction,
} from '@proofdesk/workflow';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Decider } from '../decider.js';
import { Needs } from '../guards/session.guard.js';
import { readIngest } from '../http/read-ingest.js';
import { unwrap } from '../http/problem.js';
import { Who } from '../http/request.js';
import { idempotencyKey, operation } from '../openapi/answers.js';
import { DESK } from '../tokens.js';

@ApiTags('articles')
@Controller('api/v1/articles')
export class ArticlesController {
  constructor(
    @Inject(DESK) private readonly desk: Desk,
    @Inject(Decider) private readonly decider: Decider,
  ) {}

  @Post()
  @Needs('article.ingest')
  @ApiConsumes('application/json', 'text/plain', 'text/html')
  @ApiBody({ standardSchema: ingestArticleSchema } as never)
  @idempotencyKey(false)
  @operation('ingestArticle', 'Takes an article; 200 where the same words were here already', {
    status: 202,
    schema: ingestedSchema,
    description: 'Taken; its assertions are being extracted',
  })
  async ingest(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const command = readIngest(request);
    await this.decider.maybeOnce(
      request,
      reply,
      (desk, who) => ingestArticle(desk, who, command),
      (ingested) => ({ status: ingested.created ? 202 : 200, body: ingested }),
    );
  }

  @Get()
  @Needs('article.list')
  @operation('listArticles', 'Articles, the newest first', { schema: articlePageSchema })
  async list(
    @Who() who: Actor,
    @Query({ schema: articleQuerySchema }) query: ArticleFilter,
  ): Promise<Page<ArticleSummary>> {
    return unwrap(await listArticles(this.desk, who, query));
  }

  @Get(':articleId')
  @operation('readArticle', 'One article with its text, segments, attributions and assertions', {
    schema: articleSchema,
  })
  async read(@Who() who: Actor, @Param('articleId', { schema: idSchema }) articleId: string): Promise<Article> {
    return unwrap(await readArticle(this.desk, who, { articleId }));
  }

  @Post(':articleId/retry-extraction')
  @HttpCode(200)
  @operation('retryExtraction', 'Starts a failed extraction again', { schema: articleSchema })
  async retry(@Who() who: Actor, @Param('articleId', { schema: idSchema }) articleId: string): Promise<Article> {
    return unwrap(await retryExtraction(this.desk, who, { articleId }));
  }
}
