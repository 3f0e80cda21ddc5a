import { type AllegationCategory } from '../check.js';
import { inflect } from './verb-forms.js';

/**
 * Words of harm, concealment and private gain that accuse nobody by themselves ("hid", "tied", "skipped"): evidence for the
 * linear model, and for the category where a sentence accuses in plain words.
 */
const VERBS: Readonly<Record<AllegationCategory, string>> = {
  corruption:
    'steer award favour favor reward waive accept gift buy own rent lease sweeten grease slip pay treat entertain appoint hire promote register benefit spend expense charter upgrade hide-behind',
  fraud:
    'dilute water relabel rebadge repackage pass fake invent recycle copy pad exaggerate substitute swap dope alter tamper backdate misstate double-count sell impersonate pose pretend mislabel adulterate bill invoice claim fiddle weigh',
  sabotage:
    'poison burn torch cut break plant disable unplug jam flood smash puncture loosen saw saw-through behead destroy ruin spike scuttle uproot salt trample spoil block blow',
  violence:
    'beat hit strike punch kick slap choke shoot kill attack threaten drown burn scald whip club shove drag bite gouge knife wound hang starve execute fire order-to-fire throttle headbutt thump wallop',
  abuse:
    'tie bind lock restrain drug sedate starve withhold deny belittle mock shout bully punish weigh touch grope neglect isolate deprive drench strip force overwork confine cage slap pinch leave ration threaten humiliate terrorise terrorize',
  conspiracy:
    'agree arrange meet divide share plan co-ordinate coordinate scheme hatch settle carve cook connive fix stitch',
  espionage:
    'follow tail film photograph record tap open intercept monitor track copy pass leak steam listen watch trail shadow snoop eavesdrop bug smuggle infiltrate decrypt',
  deceit:
    'bury hide burn destroy delete shred erase alter backdate chalk lose deny claim pretend invent suppress spike edit doctor withhold ignore sit lock brush gloss tear mislay hush omit overstate understate misinform fudge forget',
  other:
    'ignore skip neglect fail take steal drop dump leave overlook bypass discriminate overcharge exploit evade dodge cut abandon refuse poach trespass park speed drive pollute discharge undercut',
};

const NOUNS: Readonly<Record<AllegationCategory, string>> = {
  corruption:
    'favour favours favor favors villa yacht envelope envelopes cash donor donation donations contract contracts tender tenders stake shares brother-in-law cousin crony cronies quid commission gifts hospitality cabin freebie interest perk perks sweetener',
  fraud:
    'fake fakes false bogus sham phantom ghost counterfeiters racket con trick trickery deception impostor imposter fabrication fabrications doping invoices padding pyramid double',
  sabotage:
    'saboteurs vandal vandals arson arsonist blaze poison tampering wrecking wire explosive explosives gelatine',
  violence:
    'blood killer killers killing victim victims wounds bruises torturer thug thugs brutality attack attacks bodies graves bullet bullets gun knife weapon fists death deaths massacre',
  abuse:
    'cords restraints bruises tears tyrant tyranny terror regime reign humiliation punishment victim victims screaming bully bullies predator sweatshop forced servitude slavery',
  conspiracy:
    'ring gang scheme pact cabal collaborators accomplice accomplices secret plotters syndicate cartel stitch-up behind-closed-doors',
  espionage:
    'spymaster informer informers agent agents handler handlers cipher codes secrets dossier surveillance bug bugs transmitter wire microphone camera spooks',
  deceit:
    'cover-ups fiction fantasy smokescreen pretence pretense secrecy silence excuse falsified denial denials shredder evasions half-truth fib fibs propaganda smear',
  other:
    'negligence neglect failure failings scandal offence offences offense offenses crime guilty suspect disgrace charges count counts breach thief thieves cheat cheats crook crooks wrong culprit shame illicit poaching jailed fined convicted arrested sacked',
};

const table = new Map<string, Set<AllegationCategory>>();
const put = (word: string, category: AllegationCategory): void => {
  const known = table.get(word) ?? new Set<AllegationCategory>();
  known.add(category);
  table.set(word, known);
};
for (const [category, list] of Object.entries(NOUNS) as [AllegationCategory, string][])
  for (const word of list.split(' ')) put(word, category);
for (const [category, list] of Object.entries(VERBS) as [AllegationCategory, string][]) {
  for (const lemma of list.split(' '))
    for (const form of [lemma, ...(Object.values(inflect(lemma)) as string[]), ...(irregularForms()[lemma] ?? [])])
      put(form, category);
}

function irregularForms(): Readonly<Record<string, readonly string[]>> {
  return {
    steal: ['stole', 'stolen'],
    take: ['took', 'taken'],
    hide: ['hid', 'hidden'],
    break: ['broke', 'broken'],
    strike: ['struck', 'stricken'],
    shoot: ['shot'],
    beat: ['beaten'],
    bite: ['bit', 'bitten'],
    throw: ['threw', 'thrown'],
    bind: ['bound'],
    tear: ['tore', 'torn'],
    lose: ['lost'],
    sit: ['sat', 'sitting'],
    leave: ['left'],
    buy: ['bought'],
    pay: ['paid'],
    meet: ['met'],
    sell: ['sold'],
    spend: ['spent'],
    drive: ['drove', 'driven'],
    hang: ['hung', 'hanged'],
    drag: ['dragged', 'dragging'],
    slip: ['slipped', 'slipping'],
    tap: ['tapped', 'tapping'],
    slap: ['slapped', 'slapping'],
    drug: ['drugged', 'drugging'],
    skip: ['skipped', 'skipping'],
    swap: ['swapped'],
    pad: ['padded'],
    dodge: ['dodged'],
    drop: ['dropped', 'dropping'],
    jam: ['jammed'],
    whip: ['whipped'],
    club: ['clubbed'],
    stitch: ['stitched'],
    strip: ['stripped'],
    wallop: ['walloped'],
  };
}

/** Categories that a word is weak evidence for. Lower case. */
export function harmOf(word: string): ReadonlySet<AllegationCategory> | undefined {
  return table.get(word);
}
