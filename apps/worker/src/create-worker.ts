import 'reflect-metadata';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { openJobQueue } from '@proofdesk/job-queue';
import { Database } from '@proofdesk/persistence';
import { type Desk } from '@proofdesk/workflow';
import { type WorkerConfig } from './config.js';
import { EngineThreads } from './engine-threads.js';
import { handlersFor } from './handlers.js';
import { type JsonLog } from './json-log.js';
import { WorkerModule } from './worker.module.js';

/**
 * Opens database, engine and queue and starts the worker.
 * @throws Error in words where Redis could lose jobs, a handler is missing, or the database does not answer
 */
export async function createWorker(config: WorkerConfig, log: JsonLog): Promise<INestApplicationContext> {
  const { databaseUrl, redisUrl, isProduction, concurrency } = config;
  const jobQueue = await openJobQueue({ databaseUrl, redisUrl, production: isProduction });
  const db = await Database.open({ url: databaseUrl, poolSize: concurrency + 6 });
  const engine = new EngineThreads(config.engines);
  const desk: Desk = { db, engine, newsroom: config.newsroom, publicUrl: '', demoAccounts: [] };
  const parts = { desk, databaseUrl, engine, jobQueue, handlers: handlersFor(desk, log), concurrency, log };
  return NestFactory.createApplicationContext(WorkerModule.of(parts), { logger: log, abortOnError: false });
}
