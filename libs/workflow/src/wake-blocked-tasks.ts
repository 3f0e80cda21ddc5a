import { type Desk } from './desk.js';

/** Returns the number of tasks whose time had come. */
export async function wakeBlockedTasks(_desk: Desk): Promise<number> {
  throw new Error('not written yet');
}
