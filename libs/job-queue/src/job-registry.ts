import { jobPayloadSchemas } from '@proofdesk/contract';
import { jobTopics, type JobPayload, type JobTopic } from './topics.js';

/** What a handler knows of the job beside its payload. */
export interface JobContext {
  /** Key of this job for the consumer's own record: the effect and this key belong in one transaction. */
  jobKey: string;
  /** From 1. */
  attempt: number;
  /** After this attempt the job is kept as failed: what people must see has to be written now. */
  isLastAttempt: boolean;
}

export type JobHandler<T extends JobTopic> = (payload: JobPayload<T>, context: JobContext) => Promise<void>;
export type JobHandlers = { [T in JobTopic]: JobHandler<T> };

/**
 * One handler per topic, none missing and none too many, or the worker refuses to start.
 * @throws Error that lists the topics
 */
export function requireEveryHandler(handlers: Partial<Record<string, unknown>>): asserts handlers is JobHandlers {
  const missing = jobTopics.filter((topic) => typeof handlers[topic] !== 'function');
  const unknown = Object.keys(handlers).filter((topic) => !jobTopics.includes(topic as JobTopic));
  if (missing.length || unknown.length) {
    throw new Error(
      `job handlers do not match the topics: missing ${missing.join(', ') || 'none'}, unknown ${unknown.join(', ') || 'none'}`,
    );
  }
}

/** @throws Error where a stored payload does not have the shape of its topic */
export function readPayload<T extends JobTopic>(topic: T, data: unknown): JobPayload<T> {
  return jobPayloadSchemas[topic].parse(data) as JobPayload<T>;
}
