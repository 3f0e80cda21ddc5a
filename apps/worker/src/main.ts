import 'reflect-metadata';
import { ConsoleLogger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readConfig } from './config.js';
import { Worker } from './worker.js';

const config = readConfig();

@Module({ providers: [{ provide: Worker, useFactory: () => new Worker(config) }] })
class WorkerModule {}

const logger = new ConsoleLogger({ json: true, logLevels: ['log', 'warn', 'error', 'fatal'] });
try {
  const app = await NestFactory.createApplicationContext(WorkerModule, { logger, abortOnError: false });
  app.enableShutdownHooks();
} catch (error) {
  logger.fatal(`the worker cannot start: ${(error as Error).message}`);
  process.exit(1);
}
