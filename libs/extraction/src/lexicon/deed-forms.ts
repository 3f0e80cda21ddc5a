import { inflect } from './verb-forms.js';

/** Forms that the rules of spelling do not give, by lemma. */
const IRREGULAR: Readonly<Record<string, string>> = {
  beat: 'beaten',
  bind: 'bound',
  bite: 'bit bitten',
  break: 'broke broken',
  burn: 'burnt',
  cut: 'cut',
  defy: 'defied',
  fling: 'flung',
  flip: 'flipped',
  hang: 'hung hanged',
  hide: 'hid hidden',
  lie: 'lied',
  mislead: 'misled',
  misspend: 'misspent',
  oversell: 'oversold',
  overpay: 'overpaid',
  rewrite: 'rewrote rewritten',
  sever: 'severed',
  shake: 'shook shaken',
  shoot: 'shot',
  slay: 'slew slain',
  spin: 'spun',
  spit: 'spat',
  spy: 'spied',
  steal: 'stole stolen',
  strike: 'struck stricken',
  sting: 'stung',
  swear: 'swore sworn',
  take: 'took taken',
  throw: 'threw thrown',
  tie: 'tied tying',
  traffic: 'trafficked trafficking',
  underpay: 'underpaid',
  withhold: 'withheld',
};

/** All forms of a verb, the doubled consonant of short ones ("rig", "rigged") included. Lower case. */
export function formsOf(lemma: string): ReadonlySet<string> {
  const { third, past, participle, gerund } = inflect(lemma);
  const forms = new Set([lemma, third, past, participle, gerund, ...(IRREGULAR[lemma]?.split(' ') ?? [])]);
  if (/^[^aeiou]*[aeiou][bdgklmnprt]$/.test(lemma) || /(?:nap|jack|gag|slip|trip|kit)$/.test(lemma)) {
    const doubled = `${lemma}${lemma.at(-1) ?? ''}`;
    forms.add(`${doubled}ed`).add(`${doubled}ing`);
  }
  return forms;
}
