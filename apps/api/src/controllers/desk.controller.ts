import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type ApiConfig } from '../config.js';
import { Public } from '../guards/session.guard.js';
import { pathOf } from '../http/routes.js';
import { nothingHere } from '../http/schema-pipe.js';
import { CONFIG } from '../tokens.js';

/** Every address that nothing else answers is the desk's: it is one page that finds its own way. */
@ApiExcludeController()
@Controller()
@Public()
export class DeskController {
  constructor(@Inject(CONFIG) private readonly config: ApiConfig) {}

  @Get('*')
  async serve(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = pathOf(request);
    const wantsPage = (request.headers.accept ?? '').includes('text/html');
    if (/^\/(api|health)(\/|$)/.test(path) || /\.\w+$/.test(path) || !wantsPage) throw nothingHere();
    if (!existsSync(join(this.config.deskFolder, 'index.html'))) {
      void reply.status(503).type('text/plain; charset=utf-8').send('The desk is not built yet. Run: npm run build\n');
      return;
    }
    await reply.sendFile('index.html');
  }
}
