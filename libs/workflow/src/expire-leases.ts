import { type Desk } from './desk.js';
import { endLease } from './lease-task.js';

/** Ends the leases whose time is over, in small transactions; answers how many. */
export async function expireLeases(desk: Desk): Promise<number> {
  let ended = 0;
  for (let batch = 1; batch > 0; ended += batch) batch = await expireSome(desk);
  return ended;
}

function expireSome(desk: Desk): Promise<number> {
  return desk.db.transaction(async (unit) => {
    const ids = await unit.tasks.lockEndedLeases(50);
    for (const id of ids) {
      const task = await unit.tasks.read(id);
      if (task !== null) await endLease(unit, task);
    }
    return ids.length;
  });
}
