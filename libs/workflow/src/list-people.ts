import { type Person } from '@proofdesk/contract';
import { permit } from './act.js';
import { type Actor } from './actor.js';
import { type Page, type PageRequest } from './command.js';
import { read } from './decide.js';
import { type Desk } from './desk.js';
import { done, type Outcome } from './refusal.js';

/** By name. */
export async function listPeople(desk: Desk, actor: Actor, command: PageRequest): Promise<Outcome<Page<Person>>> {
  const allowed = permit(actor, 'people.read');
  if (!allowed.ok) return allowed;
  return read(desk, async (unit) => done(await unit.people.list(command.after, command.limit)));
}
