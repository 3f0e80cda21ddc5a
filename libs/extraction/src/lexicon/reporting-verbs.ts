import { wordSet } from './word-list.js';
import { inflect } from './verb-forms.js';
import { wordFact } from '../words/word.js';

/**
 * What may follow a reporting verb. `clause`: "said (that) it rained", `that`: only with "that", "whether" or a question word;
 * `quote`: can carry quoted words and stand after them ("…," she quipped); `object`: the noun phrase is what is said ("denied
 * wrongdoing", "criticised the plan"); `to`: an infinitive ("vowed to fight"); `told`: a hearer comes first ("told reporters that");
 * `urge`: hearer and infinitive ("urged him to go"); `accuse`: "accused him of lying"; `ascribe`: "attributed it to rust"; `label`: "called it a farce";
 * `about`: a preposition opens the content ("called for", "complained about"); `mind`: a state of mind, not speech.
 */
export interface Frames {
  clause: boolean;
  that: boolean;
  quote: boolean;
  object: boolean;
  to: boolean;
  told: boolean;
  urge: boolean;
  accuse: boolean;
  ascribe: boolean;
  label: boolean;
  about: boolean;
  mind: boolean;
}

export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'gerund' | 'past-or-participle';

export interface ReportingVerb {
  readonly lemma: string;
  readonly frames: Readonly<Frames>;
}

export interface VerbReading {
  readonly verb: ReportingVerb;
  readonly form: VerbForm;
}

/** One line per pattern: frames, then the verbs that take them. */
const PATTERNS: readonly (readonly [string, string])[] = [
  [
    'clause quote',
    'say state claim argue insist maintain assert contend declare allege opine reckon aver attest posit concede reiterate stress emphasize emphasise testify caution underline underscore conclude explain note remark observe tweet quip joke boast brag speculate surmise reaffirm reassert restate counter retort respond reply write recall recount comment add relate proclaim pronounce theorize theorise hypothesize intone lament bemoan complain fume gripe grumble protest marvel gush enthuse exclaim mutter murmur whisper shout yell scream cry chant sing rant rave thunder bark growl snap scoff sneer muse ponder joke deadpan chuckle laugh sigh sob shrug crow preach blog text email interject conclude announce report tease wisecrack hiss moan groan howl plead vent stammer declaim',
  ],
  [
    'clause quote object',
    'admit acknowledge confirm reveal disclose announce predict forecast suggest propose estimate project claim repeat emphasize stress explain declare boast',
  ],
  ['clause quote', 'confess reason'],
  ['that quote', 'post submit rejoin venture volunteer answer fret grouse profess'],
  ['ascribe', 'attribute ascribe liken compare'],
  ['about', 'tell grumble'],
  [
    'object',
    'rubbish mourn salute rue bewail disown disclaim pillory scorn flay express voice air flag rebuff spurn reaffirm reassert restate retract recant deprecate count see',
  ],
  ['object mind', 'loathe detest despise dread begrudge mistrust distrust'],
  ['that label', 'hold'],
  ['label', 'give'],
  ['to mind', 'mean prefer'],
  ['about mind', 'fear hope'],
  ['about', 'find'],
  ['object', 'accept'],
  ['to object mind', 'like'],
  ['accuse', 'clear absolve exonerate'],
  ['ascribe', 'link'],
  [
    'about',
    'quip moan whine carp rant fume seethe crow rave enthuse gush reminisce reflect dwell touch remark speculate theorise theorize disagree quibble dissent lobby clamour clamor pray attest own fess counsel advise decide laugh rejoice marvel write',
  ],
  ['that', 'direct'],
  ['to', 'undertake consent offer'],
  ['to mind', 'resolve'],
  ['object mind', 'contemplate'],
  ['that quote', 'reflect'],
  ['quote', 'trill warble simper drone rumble bleat bray cackle squeak squeal wail whimper yelp tease deadpan'],
  ['clause quote told', 'tell'],
  ['that told', 'ask'],
  ['clause that', 'deny doubt dispute accept regret rumour rumor gossip confide reckon tut mutter whisper repute moot'],
  ['that', 'decide rule'],
  ['that told', 'inform assure remind notify convince persuade reassure advise brief caution warn'],
  ['clause quote about', 'warn caution complain boast brag'],
  ['clause to', 'promise pledge vow swear threaten hope expect claim agree'],
  ['to object', 'pledge promise vow propose threaten'],
  [
    'object',
    'deny dispute refute rebut reject dismiss criticize criticise condemn denounce decry deplore slam blast lambast lambaste attack assail rebuke chide berate excoriate castigate censure mock ridicule deride disparage praise laud hail applaud commend welcome endorse back support oppose champion defend question challenge contradict repudiate disavow demand protest lament bemoan regret discuss describe outline detail explain stress highlight underscore echo reiterate cite mention invoke advocate recommend condone downplay tout trumpet herald extol savage skewer pan trash blame thank congratulate urge denigrate vilify lampoon scold reprimand admonish upbraid implore minimize contest',
  ],
  [
    'that object',
    'find discover learn determine establish indicate imply show demonstrate prove document note observe notice detail recommend demand request mention stipulate hint signal rule calculate uncover expose underline acknowledge foresee foretell guarantee concur agree verify certify illustrate highlight',
  ],
  [
    'clause mind',
    'believe think feel hope fear suspect worry guess suppose assume doubt understand consider realize realise reckon expect imagine wonder figure agree',
  ],
  ['object mind', 'want favor favour resent admire fear oppose prefer believe expect plan'],
  ['to mind', 'want hope plan intend expect wish aim'],
  ['to', 'agree ask demand propose'],
  [
    'about',
    'admit confess scoff sneer shrug brush wave balk bristle press plead guess rule vouch despair approve disapprove sympathise sympathize fret play hit',
  ],
  ['clause that object mind', 'remember recollect recall anticipate envisage'],
  ['about', 'apologise apologize appeal'],
  ['quote', 'apologise apologize'],
  ['that', 'question'],
  ['object', 'plan order regret contest concede promise appeal'],
  [
    'urge',
    'urge ask order tell encourage advise warn beg implore invite instruct direct call press push pressure command remind exhort want expect',
  ],
  [
    'accuse',
    'accuse blame credit charge suspect fault criticize criticise condemn indict rebuke slam blast praise mock attack acquit berate chide thank hail lambast lambaste denounce',
  ],
  [
    'label',
    'judge pronounce profess call label dub brand describe deem term characterize characterise portray depict denounce dismiss hail praise condemn criticize criticise decry regard view deride mock tout identify cite cast paint frame slam blast see consider name rate declare herald refer condemn lambast reject',
  ],
  [
    'about',
    'call speak talk point complain warn refer allude insist object lash rail testify hint comment elaborate express voice push agree worry ask inquire wonder dream joke brag boast preach muse gloat argue campaign',
  ],
  ['clause quote', 'ask wonder inquire demand query'],
  [
    'quote',
    'agree begin continue conclude offer point read smile grin nod think order beam fume boom bellow splutter snap rasp drawl purr gasp croak holler hoot chirp retort quaver coo scold tut snort plead pronounce',
  ],
];

const NO_FRAMES: Readonly<Frames> = {
  clause: false,
  that: false,
  quote: false,
  object: false,
  to: false,
  told: false,
  urge: false,
  accuse: false,
  ascribe: false,
  label: false,
  about: false,
  mind: false,
};
const verbs = new Map<string, { readonly lemma: string; readonly frames: Frames }>();
const readings = new Map<string, VerbReading>();

for (const [frames, lemmas] of PATTERNS) {
  for (const lemma of lemmas.split(' ')) {
    const verb = verbs.get(lemma) ?? { lemma, frames: { ...NO_FRAMES } };
    for (const frame of frames.split(' ')) verb.frames[frame as keyof Frames] = true;
    verbs.set(lemma, verb);
  }
}
for (const verb of verbs.values()) {
  const forms = inflect(verb.lemma);
  readings.set(verb.lemma, { verb, form: 'base' });
  readings.set(forms.third, { verb, form: 'third' });
  readings.set(forms.gerund, { verb, form: 'gerund' });
  if (/[^aeiou][ae]l$/.test(verb.lemma)) {
    readings.set(`${verb.lemma}led`, { verb, form: 'past-or-participle' });
    readings.set(`${verb.lemma}ling`, { verb, form: 'gerund' });
  }
  readings.set(forms.participle, { verb, form: 'participle' });
  readings.set(forms.past, { verb, form: forms.past === forms.participle ? 'past-or-participle' : 'past' });
}

/** The reporting verb that a word form may be, with the form; undefined for all other words. Lower case. */
export function readVerb(word: string): VerbReading | undefined {
  return readings.get(word);
}

/** The same for a token's word, looked up once for each form; null for all other words. */
export const verbOf = wordFact(({ lower }) => readVerb(lower) ?? null);

/** Prepositions that open the content after the verbs of frame `about`, per verb. */
export const CONTENT_PREPOSITIONS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    call: 'for on',
    speak: 'of about against',
    tell: 'of',
    grumble: 'about',
    talk: 'of about',
    point: 'to out',
    complain: 'of about that',
    warn: 'of against about',
    refer: 'to',
    allude: 'to',
    insist: 'on',
    object: 'to',
    lash: 'out',
    rail: 'against',
    testify: 'to about',
    hint: 'at',
    comment: 'on',
    elaborate: 'on',
    express: '',
    voice: '',
    push: 'for',
    agree: 'with on',
    worry: 'about',
    ask: 'for about',
    inquire: 'about',
    wonder: 'about',
    dream: 'of about',
    joke: 'about',
    brag: 'about of',
    boast: 'of about',
    preach: 'about',
    apologise: 'to for without in on',
    apologize: 'to for without in on',
    appeal: 'for to',
    muse: 'about on',
    gloat: 'about',
    argue: 'for against over',
    caution: 'against about',
    campaign: 'for against',
    admit: 'to',
    confess: 'to',
    scoff: 'at',
    sneer: 'at',
    shrug: 'off at',
    brush: 'off aside',
    wave: 'away aside off',
    balk: 'at',
    bristle: 'at',
    press: 'for',
    plead: 'for',
    guess: 'at',
    rule: 'out against in',
    vouch: 'for',
    despair: 'of',
    approve: 'of',
    disapprove: 'of',
    sympathise: 'with',
    sympathize: 'with',
    fret: 'about over',
    play: 'down',
    hit: 'out back',
    fear: 'for',
    hope: 'for',
    find: 'against',
    quip: 'about',
    moan: 'about',
    whine: 'about',
    carp: 'about',
    rant: 'about against',
    rave: 'about',
    fume: 'about over at',
    seethe: 'about over at',
    crow: 'about over',
    enthuse: 'about over',
    gush: 'about over',
    reminisce: 'about',
    reflect: 'on',
    dwell: 'on',
    touch: 'on',
    remark: 'on',
    speculate: 'about on',
    theorise: 'about',
    theorize: 'about',
    disagree: 'with over about',
    quibble: 'with over about',
    dissent: 'from',
    lobby: 'for against',
    clamour: 'for',
    clamor: 'for',
    pray: 'for',
    attest: 'to',
    own: 'up',
    fess: 'up',
    counsel: 'against',
    advise: 'against',
    decide: 'against',
    laugh: 'off',
    rejoice: 'at over in',
    marvel: 'at',
    write: 'of',
  }).map(([verb, prepositions]) => [verb, wordSet(prepositions)]),
);
