import { type ReviewTask } from '@proofdesk/contract';
import { type FastifyReply } from 'fastify';

/** RFC 9110 §8.8.3: an entity tag travels in quotation marks. */
export const quoted = (etag: string): string => (etag.startsWith('"') ? etag : `"${etag}"`);

/** Answers a review task with the ETag that the next decision on it must name. */
export function sendTask(reply: FastifyReply, task: ReviewTask): void {
  void reply.status(200).header('etag', quoted(task.etag)).send(task);
}
