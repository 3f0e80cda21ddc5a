import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { type Desk, listPublications } from '@proofdesk/workflow';
import { Public } from '../guards/session.guard.js';
import { Refused, unwrap } from '../http/problem.js';
import { DESK, DOCUMENT } from '../tokens.js';

/** Filled once the controllers are known. */
export interface DocumentHolder {
  document: OpenAPIObject | null;
}

@ApiExcludeController()
@Controller()
@Public()
export class ServiceController {
  constructor(
    @Inject(DESK) private readonly desk: Desk,
    @Inject(DOCUMENT) private readonly holder: DocumentHolder,
  ) {}

  /** The process answers. */
  @Get('health/live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The database answers and has our tables: the cheapest public reading stands for all. */
  @Get('health/ready')
  async ready(): Promise<{ status: 'ok' }> {
    try {
      unwrap(await listPublications(this.desk, { limit: 1 }));
    } catch (error) {
      throw new Refused(
        {
          code: 'service.unavailable',
          detail: 'The database does not answer, or its tables are not there yet.',
          retryAfterSeconds: 2,
        },
        [],
        { cause: error },
      );
    }
    return { status: 'ok' };
  }

  @Get('api/openapi.json')
  document(): OpenAPIObject {
    if (this.holder.document) return this.holder.document;
    throw new Refused({ code: 'service.unavailable', detail: 'The service is starting.', retryAfterSeconds: 1 });
  }
}
