import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type RefusalCode } from '@proofdesk/contract';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type JsonLog, describe } from '../json-log.js';
import { Refused, problemOf } from './problem.js';
import { problemTable } from './problem-table.js';
import { isIngest } from './routes.js';

/** The one place where a refusal or an exception becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: JsonLog) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refused = exception instanceof Refused ? exception : refusedBy(exception, request);
    const { status } = problemTable[refused.refusal.code];
    if (status >= 500) {
      this.log.line('error', 'request.failed', { requestId: request.id, error: describe(exception) });
    }
    if (reply.sent) return;
    const { retryAfterSeconds } = refused.refusal;
    if (retryAfterSeconds !== undefined) reply.header('retry-after', String(Math.ceil(retryAfterSeconds)));
    // RFC 9110 wants a challenge with every 401; browsers show no dialogue for a scheme they do not know.
    if (status === 401) reply.header('www-authenticate', 'Cookie realm="proofdesk", form-action="/api/v1/session"');
    reply
      .status(status)
      .header('cache-control', 'no-store')
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemOf(refused, request.id)));
  }
}

function refusedBy(exception: unknown, request: FastifyRequest): Refused {
  const refuse = (code: RefusalCode, detail: string, retryAfterSeconds?: number) =>
    new Refused({ code, detail, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) });
  if (isDatabaseAway(exception)) {
    return refuse(
      'service.unavailable',
      'The database cannot be reached. Repeat the same request in a moment; with its Idempotency-Key it cannot decide twice.',
      2,
    );
  }
  switch (statusOf(exception)) {
    case 400:
      return refuse('request.invalid', 'The request could not be read.');
    case 404:
    case 405:
      return refuse('not_found', 'There is nothing at this address.');
    case 413:
      return isIngest(request)
        ? refuse('article.too_large', 'The article is over 2 MB. Send the text alone, or in parts.')
        : refuse('request.too_large', 'The body is larger than this address takes.');
    case 414:
    case 431:
      return refuse('request.invalid', 'The address or the headers are too long.');
    case 415:
      return refuse(
        'request.unsupported_media_type',
        isIngest(request)
          ? 'An article is taken as application/json, text/plain or text/html.'
          : 'The body must be application/json.',
      );
    case 503:
      return refuse('service.unavailable', 'The service is stopping or starting. Try again in a moment.', 2);
    default:
      return refuse(
        'internal',
        `An error of ours stopped this; it was written down as ${request.id}. Nothing was changed half-way.`,
      );
  }
}

function statusOf(exception: unknown): number {
  if (exception instanceof HttpException) return exception.getStatus();
  const status = (exception as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}

/**
 * Connection lost or refused, server starting or stopping, too many connections: PostgreSQL classes 08, 53, 57P, and
 * what the driver says in words alone.
 */
function isDatabaseAway(exception: unknown): boolean {
  const { code, driverError, message } = (exception ?? {}) as Record<string, unknown> & {
    driverError?: { code?: unknown };
  };
  if (exception instanceof Error && /^(Connection terminated|timeout exceeded when trying)/.test(String(message)))
    return true;
  return [code, driverError?.code].some(
    (each) =>
      typeof each === 'string' && /^(ECONN(REFUSED|RESET)|EPIPE|ETIMEDOUT|08\w{3}|53\w{3}|57P\w{2})$/.test(each),
  );
}
