import { type Check } from '@proofdesk/extraction';
import { type Database } from '@proofdesk/persistence';
import { type Role } from './actor.js';

/** Turns a text into a check. Slow (tens of milliseconds to seconds), so apps run it off the event loop. */
export interface Engine {
  check(text: string): Promise<Check>;
}

/** A demo account that the sign-in page may show, with its password. Only where the database is the embedded one. */
export interface DemoAccount {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly password: string;
}

/** What every use case works with. Time is the database's, so there is no clock here. */
export interface Desk {
  readonly db: Database;
  readonly engine: Engine;
  /** Name of the newsroom, for the sign-in page and the published records. */
  readonly newsroom: string;
  /** Address under which published verdicts are read, without a slash at the end. */
  readonly publicUrl: string;
  /** Empty outside the demo. */
  readonly demoAccounts: readonly DemoAccount[];
}
