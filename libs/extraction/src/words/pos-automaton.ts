/** An automaton of wink-nlp's part-of-speech tagger as its model holds it: moves of states, names of patterns by the state that ends them, what they mark. */
type Machine = readonly [
  version: number,
  lastState: number,
  moves: Readonly<Record<string, Readonly<Record<string, number>>>>,
  names: Readonly<Record<string, string>>,
  marks: Readonly<Record<string, readonly [number, number]>>,
];

/** Events of the model: a part of speech by its number, or so much more than the number of a hint (a group of words). */
const HINTS_FROM = 1_080_000;
/** The event that stands for whatever else comes. */
const OTHERWISE = 2_070_003;
/** Events here: parts of speech by their numbers, then the hints, and one that no automaton knows. */
const TAGS = 32;
const EVENTS = 128;
const UNHEARD = EVENTS - 1;
const ROOT = 0;

/** The words of a stretch as the automata see them: columns, used again for the next. */
export interface TagColumns {
  length: number;
  /** Parts of speech so far, by wink-nlp's numbers; the automata correct them. */
  tags: Uint8Array;
  /** Events of words that belong to a group; 0: the part of speech is the event. */
  events: Uint8Array;
  /** Parts of speech that the lexicon allows, as bits. */
  allowed: Int32Array;
}

/** The event of a word by its hint, 0 where it has none. */
export const eventOfHint = (hint: number): number => (hint === 0 ? 0 : Math.min(TAGS + hint, UNHEARD));

/**
 * Finds patterns from left to right, of those that begin at a word the longest, and sets the part of speech of the one word that
 * each marks. Does over a table what `recognize` of wink-nlp's `automaton.js` and `pos-updater.js` of its model do together.
 */
export class PosAutomaton {
  private readonly moves: Uint16Array;
  /** For each state the pattern that has been found if the next move fails, as the state that ends it. */
  private readonly fallbacks: Uint16Array;
  private readonly ends: Uint8Array;
  /** For states that end a pattern the part of speech it sets; negative: even where the lexicon does not allow it; 0: none. */
  private readonly targets: Int8Array;
  /** How far behind its beginning the marked word of a pattern stands. */
  private readonly marks: Uint8Array;

  constructor(json: string) {
    const [, last, moves, names, marks] = JSON.parse(json) as Machine;
    this.moves = new Uint16Array((last + 1) * EVENTS);
    this.fallbacks = new Uint16Array(last + 1);
    this.ends = new Uint8Array(last + 1);
    this.targets = new Int8Array(last + 1);
    this.marks = new Uint8Array(last + 1);
    for (const [state, own] of Object.entries(moves))
      for (const [event, next] of Object.entries(own)) this.learn(Number(state), Number(event), next);
    for (const [state, name] of Object.entries(names)) {
      this.ends[Number(state)] = 1;
      this.targets[Number(state)] = Number(name);
      this.marks[Number(state)] = marks[state]?.[0] ?? 0;
    }
  }

  private learn(state: number, event: number, next: number): void {
    const place = event >= HINTS_FROM ? eventOfHint(event - HINTS_FROM) : event;
    if (event === OTHERWISE) this.fallbacks[state] = next;
    else if (place < UNHEARD) this.moves[state * EVENTS + place] = next;
  }

  /** Corrects the parts of speech in place: what is set lies behind all that is still to be read. */
  run(columns: TagColumns): void {
    const { moves, fallbacks, ends } = this;
    const { length, tags, events } = columns;
    for (let i = 0; i < length; i += 1) {
      let [state, found, foundAt] = [ROOT, ROOT, i];
      for (let j = i; j < length; j += 1) {
        const event = (events[j] as number) === 0 ? (tags[j] as number) : (events[j] as number);
        state = moves[state * EVENTS + event] as number;
        if (state === ROOT) break;
        const pattern = (ends[state] as number) === 1 ? state : (fallbacks[state] as number);
        if (pattern !== ROOT) [found, foundAt] = [pattern, j];
        if (pattern === state) break;
      }
      if (found !== ROOT) this.apply(found, i, columns);
      i = foundAt;
    }
  }

  private apply(found: number, at: number, { tags, allowed }: TagColumns): void {
    const target = this.targets[found] as number;
    const place = at + (this.marks[found] as number);
    if (target < 0) tags[place] = -target;
    else if (target > 0 && (((allowed[place] as number) >> target) & 1) === 1) tags[place] = target;
  }
}
