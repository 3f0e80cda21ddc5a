import { inflect } from './verb-forms.js';
import { wordFact } from '../words/word.js';

/**
 * What may stand behind a verb by which people without names tell or hold something. Wider than the frames of the reporting verbs,
 * for whoever is named only as "two clerks" or "neighbours" stands in a story mostly for what they say. `clause`: a clause with or without
 * "that"; `that`: with it only; `object`: a thing ("fear the rent"); `as`: "see it as a trick"; `found`: "thought him a fool"; `with`: "compare it to";
 * `about`: a preposition; `idiom`: words of its own.
 */
export type Holding = 'clause' | 'that' | 'object' | 'as' | 'found' | 'with' | 'about' | 'idiom';

const HOLDERS: readonly (readonly [Holding, string])[] = [
  [
    'clause',
    'think believe feel fear hope suspect reckon wonder doubt worry say claim insist swear maintain warn predict complain grumble mutter murmur whisper admit concede figure guess remember recall expect gossip argue agree explain imagine assume assert allege joke sigh lament bet estimate surmise',
  ],
  ['that', 'hold allow hear tell own volunteer confide grant'],
  [
    'object',
    'fear dread loathe hate resent detest despise distrust remember recall recount relate describe report expect want favour favor prefer blame bemoan lament envisage foresee regret suspect predict dismiss demand curse cuss mourn deplore scorn rue',
  ],
  ['as', 'regard see view remember describe dismiss'],
  ['found', 'think consider find judge call'],
  ['with', 'compare liken'],
  [
    'about',
    'speak tell talk complain grumble worry whisper gossip joke warn dream boast fret moan point swear laugh scoff sneer shrug jeer bristle balk think',
  ],
  ['idiom', 'give have go put sum tell show take mistake let walk talk run set lay paint lead'],
];

export interface Holder {
  readonly lemma: string;
  readonly kinds: ReadonlySet<Holding>;
  /** Past tense, or third person: the form tells that it is a verb; a base form may be a noun. */
  readonly finite: 'past' | 'third' | 'base' | 'gerund';
}

const holders = new Map<string, Holder>();
const kindsOf = new Map<string, Set<Holding>>();
for (const [kind, lemmas] of HOLDERS)
  for (const lemma of lemmas.split(' ')) kindsOf.set(lemma, (kindsOf.get(lemma) ?? new Set()).add(kind));
for (const [lemma, kinds] of kindsOf) {
  const { third, past, participle, gerund } = inflect(lemma);
  holders.set(gerund, { lemma, kinds, finite: 'gerund' });
  holders.set(lemma, { lemma, kinds, finite: 'base' });
  holders.set(third, { lemma, kinds, finite: 'third' });
  for (const form of [past, participle]) if (form !== lemma) holders.set(form, { lemma, kinds, finite: 'past' });
}
holders.set('rather', { lemma: 'rather', kinds: new Set(['idiom']), finite: 'past' });
holders.set('has', { lemma: 'have', kinds: new Set(['idiom']), finite: 'third' });
holders.delete('haves');

/** The verb by which somebody may hold something that a word form may be; null for all other words. */
export const holderOf = wordFact(({ lower }) => holders.get(lower) ?? null);

/** What `about` verbs take. */
export const HOLDING_PREPOSITIONS: Readonly<Record<string, RegExp>> = {
  point: /^(?:to|out)$/,
  swear: /^by$/,
  laugh: /^(?:at|off)$/,
  scoff: /^at$/,
  sneer: /^at$/,
  jeer: /^at$/,
  shrug: /^(?:at|off)$/,
  bristle: /^at$/,
  balk: /^at$/,
  think: /^of$/,
};
export const ABOUT = /^(?:of|about|over|against)$/;
