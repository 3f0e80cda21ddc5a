import { forge } from './mutate-bundle.js';
import { mutateBytes } from './mutate-bytes.js';
import { seededRandom } from './random.js';
import { CRIMES, SampleHistory } from './sample-history.js';
import { encodeSample } from './sample-log.js';

export interface HostileBundle {
  /** What was done to it, and the seed that does it again. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const PER_HISTORY = 50;

/**
 * Bundles that must all be refused: damaged files, forgeries with right form and check, and histories with perfect
 * hashes and signatures in which a rule was broken. The same seed gives the same bundles.
 */
export function* hostileBundles(count: number, seed: number): Generator<HostileBundle> {
  for (let made = 0, history = seed; made < count; history++) {
    const random = seededRandom(history);
    const parts = new SampleHistory(random).bundle();
    const bytes = encodeSample(parts);
    for (let i = 0; i < PER_HISTORY && made < count; i++, made++) {
      const label = (what: string): string => `${what} (seed ${history}, ${i})`;
      if (i === 0) {
        const crime = random.pick(CRIMES);
        yield { name: label(crime), bytes: encodeSample(new SampleHistory(random, crime).bundle()) };
      } else if (i % 2 === 0) {
        const mutated = mutateBytes(bytes, random);
        yield { name: label(mutated.name), bytes: mutated.bytes };
      } else {
        const forged = forge(parts, random);
        yield { name: label(forged.name), bytes: encodeSample(forged.parts) };
      }
    }
  }
}
