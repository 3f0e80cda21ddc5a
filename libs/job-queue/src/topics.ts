import { jobPayloadSchemas, type JobPayload, type JobTopic } from '@proofdesk/contract';

export type { JobPayload, JobTopic };

/** Every topic has one queue and one handler. */
export const jobTopics = Object.keys(jobPayloadSchemas) as JobTopic[];

/** Attempts before a job counts as failed, and the pause before the second one (doubling), in milliseconds. */
export const attempts = 3;
export const firstPauseMs = 500;

/** Name of a topic's queue; BullMQ refuses `:`. */
export const queueName = (topic: JobTopic): string => `proofdesk-${topic}`;

/**
 * Id of a job: a second dispatch of the same outbox row is swallowed by BullMQ, a deliberate re-drive has a new generation.
 * Neither `:` nor a bare number may be used.
 */
export const jobId = (topic: JobTopic, outboxId: string, generation: number): string =>
  `${topic}-${outboxId}-g${generation}`;

/** What an outbox row hands over: a reference, never content. */
export interface OutboxMessage<T extends JobTopic = JobTopic> {
  id: string;
  topic: T;
  generation: number;
  payload: JobPayload<T>;
}
