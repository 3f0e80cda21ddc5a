import { readFileSync } from 'node:fs';
import { type Role } from '@proofdesk/workflow';
import { seedFile } from './seed-file.js';

export interface DemoPerson {
  key: string;
  name: string;
  login: string;
  roles: Role[];
}

/** Password of every demo account: shown on the sign-in page, and refused where the database is not the embedded one. */
export const demoPassword = 'proofdesk-demo';

export const demoPeople = (): DemoPerson[] => JSON.parse(readFileSync(seedFile('people.json'), 'utf8')) as DemoPerson[];
