export { jobId, jobTopics, queueName, type JobPayload, type JobTopic, type OutboxMessage } from './topics.js';
export { type JobQueueSettings } from './backend.js';
export { openJobQueue, type JobCounts, type JobQueue, type WorkOptions } from './job-queue.js';
export { requireEveryHandler, type JobContext, type JobHandler, type JobHandlers } from './job-registry.js';
export { startOutboxRelay, type OutboxRelay, type RelayOptions, type TakeOutbox } from './outbox-relay.js';
export { migrateJobQueue } from './migrate-job-queue.js';
