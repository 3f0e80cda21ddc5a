import { hash, verify } from '@node-rs/argon2';

/** argon2id, 64 MiB, three passes: about 70 ms. OWASP's floor is 19 MiB and two. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
/** At most so many hashes at once, or sign-ins would starve everything else of threads and memory. */
const SLOTS = 2;

let free = SLOTS;
const waiting: (() => void)[] = [];

/** Runs work in one of the slots, in the order of asking. */
export async function inPasswordSlot<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  }
}

/** The PHC string to store. */
export const hashPassword = (password: string): Promise<string> =>
  inPasswordSlot(() => hash(password.normalize('NFKC'), cost));

let dummy: Promise<string> | undefined;

/** Whether the password fits. Without a hash (no such login) it takes as long and answers no. Call it in a slot. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  dummy ??= hash('nobody has this password', cost);
  const fits = await verify(stored ?? (await dummy), password.normalize('NFKC'));
  return fits && stored !== null;
}

/** Fifteen of the commonest passwords that are long enough for us; a longer list would not find more at this length. */
const common = new Set(
  ['123456789012', 'password1234', 'passwordpassword', 'qwertyuiop123', 'qwertyuiop12', '1q2w3e4r5t6y', 'administrator']
    .concat([
      'letmeinletmein',
      'iloveyouiloveyou',
      'welcome12345',
      'welcomewelcome',
      'changemechangeme',
      'abcdefghijkl',
    ])
    .concat(['unbelievable', 'correcthorsebatterystaple']),
);

/** Why a password may not be used, or null. Length is what counts; there are no rules of composition (NIST 800-63B). */
export function whyWeak(password: string, login: string, name: string): string | null {
  const lower = password.toLowerCase();
  if ([...password].length < 12) return 'A password has at least 12 characters.';
  if (new Set(lower).size < 5) return 'The password repeats too few characters.';
  if (common.has(lower)) return 'This password is among the commonest ones.';
  const plain = lower.replace(/[^\p{L}\p{N}]/gu, '');
  const own = [login, login.split('@')[0] ?? '', name].map((word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  if (own.some((word) => word.length >= 4 && plain.replaceAll(word, '').length < 4))
    return 'The password is little more than the name or the login.';
  return null;
}
