import { type AllegationCategory } from '../check.js';
import { formsOf } from './deed-forms.js';

/**
 * Deeds that are wrong in most of their uses, and the people and things that go with them: strong evidence for the linear model,
 * where `harm.ts` holds weak evidence. General English, by category; verbs as lemmas, all forms are made.
 */
const VERBS: Readonly<Record<AllegationCategory, string>> = {
  corruption:
    'bribe embezzle siphon misappropriate skim pocket launder suborn graft enrich misspend squander plunder pillage divert funnel reroute kick-back misuse favour-trade moonlight steer sweeten sell-off trouser fiddle cream hand-pick overpay wangle finagle',
  fraud:
    'defraud swindle scam forge counterfeit cheat overcharge overbill fleece rig inflate backdate fake falsify hoodwink dupe con bilk hoax fabricate doctor mislabel misrepresent impersonate masquerade shortchange short-weight adulterate relabel rebadge copy flip recycle dope juice rort rook gull trick diddle pad massage concoct invent plagiarise plagiarize pirate phish mis-sell oversell double-bill double-count upcode manipulate cook embroider retouch tamper swap substitute re-use pass-off',
  sabotage:
    'sabotage derail torpedo scupper wreck vandalise vandalize firebomb torch dynamite disable uproot poison slash puncture smash trash jam unbolt unscrew loosen saw sever snip hobble contaminate foul spike hamstring scuttle thwart stymie ambush bushwhack obstruct demolish deface mutilate ram gouge flood brine salt cripple incinerate',
  violence:
    'murder assault rape torture massacre stab lynch assassinate bludgeon strangle maim behead execute slaughter kidnap abduct kill shoot punch kick slap choke throttle beat batter thrash pummel clobber club cosh whip flog lash cane headbutt knife slash gun-down gas drown burn scald shell bombard strafe bomb throw hurl fling lob shove push trip wallop wound injure maul bite claw gouge garrotte gag blindfold hang crucify mug attack clout clobber thump wallop bash whack smack spit trample stomp knee elbow brain slay butcher exterminate purge liquidate disappear shackle manhandle rough waterboard electrocute pistol-whip cudgel stone torch decapitate dismember',
  abuse:
    'abuse harass molest bully mistreat exploit groom traffic intimidate coerce humiliate belittle berate scream demean degrade neglect starve strap restrain tether handcuff shackle sedate drug lock confine cage imprison isolate terrorise terrorize torment persecute victimise victimize underpay overwork enslave fondle grope leer stalk threaten browbeat manhandle taunt mock jeer ridicule insult ostracise ostracize weigh fat-shame spank cane smack pinch haze force-feed withhold deprive evict punish shame ill-treat maltreat truss tie bind crush',
  conspiracy:
    'conspire collude plot scheme connive mastermind orchestrate engineer cahoot hatch concert carve-up cartelise price-fix fix agree-on stitch-up rig intrigue machinate contrive cook-up divvy apportion abet aid',
  espionage:
    'spy wiretap eavesdrop hack bug surveil tail shadow snoop intercept steam decrypt infiltrate pilfer photograph smuggle leak tap monitor bait entrap defect cipher encipher recruit',
  deceit:
    'lie mislead deceive falsify fabricate conceal shred whitewash misrepresent doctor suppress perjure hide bury delete erase expunge destroy redact censor gag muzzle hush stonewall cover-up dissemble feign fib bluff backdate alter rewrite omit withhold understate misstate overstate exaggerate embellish invent misinform disinform gloss spin smear slander libel defame frame scapegoat pretend dupe hoax stage plant shelve spike downplay obfuscate muddy misquote rebut mislay scrub wipe',
  other:
    'steal loot smuggle extort blackmail discriminate violate breach flout evade pollute poach trespass dump dodge rob burgle shoplift pilfer filch swipe snatch hijack ransack plunder counterfeit racketeer profiteer gouge neglect ignore bungle botch mismanage mishandle skimp shirk betray defy contravene infringe overlook desecrate squat speed segregate exclude blackball blacklist victimise retaliate dismiss-unfairly drain overfish discharge',
};

const WORDS: Readonly<Record<AllegationCategory, string>> = {
  corruption:
    'corruption corrupt bribe bribes bribery kickback kickbacks graft nepotism cronyism embezzlement embezzler misappropriation payola payoff payoffs backhander backhanders self-dealing profiteering kleptocracy slush sleaze venal venality crony cronies bagman crooked plunder spoils perks jobbery favouritism favoritism patronage freebies freeloading sinecure quid-pro-quo racket',
  fraud:
    'fraud frauds fraudulent fraudulently fraudster fraudsters swindle swindler swindles scam scams scammer forgery forgeries forger counterfeit counterfeiter ponzi laundering racketeering racketeer embezzler racket rackets con con-man conman conmen trickster charlatan quack imposter impostor sham bogus phony phoney fake fakes faked hoax doping doped cheat cheats cheating misselling overbilling overcharging short-measure nonexistent non-existent imaginary phantom fictitious falsified',
  sabotage:
    'sabotage saboteur saboteurs vandal vandals vandalism arson arsonist tampering poisoner poisoning wrecking wrecker bomb bombs explosive explosives incendiary malicious spiteful',
  violence:
    'murder murders murderer murderers murderous assault assaults rape rapes rapist torture torturer massacre massacres massacred genocide atrocity atrocities manslaughter stabbing stabbings beating beatings lynching killing killings killer killers assassination assassin bombing bombings shooting terrorism terrorist terrorists brutality brutal bloodshed butcher slaughter execution executions homicide punch punches headbutt thuggery thug thugs gunman gunmen kidnapping abduction pogrom warlord executioner shelling truncheon fingernails',
  abuse:
    'abuse abuses abuser abusive abusers harassment bullying bully bullies mistreatment ill-treatment grooming trafficking exploitation molestation molester maltreatment cruelty cruel intimidation coercion predator predatory sadistic sadist tyrant tyranny tyrannical bully-boy slavery servitude sweatshop humiliation degrading restraints groping paedophile pedophile hazing neglect neglected torment tormentor',
  conspiracy:
    'conspiracy conspiracies conspirator conspirators collusion collusive plot plots plotter plotters cartel cartels price-fixing bid-rigging coup putsch stitch-up cabal accomplice accomplices co-conspirator ring racket clandestine',
  espionage:
    'espionage spying spy spies spymaster wiretap wiretaps wiretapping eavesdropping eavesdropper spyware mole informer informers informant surveillance bugging hacking hacker hackers leaker traitor traitors handler handlers cipher infiltration bugged tailed',
  deceit:
    'lie lies liar liars lying deceit deceitful deception deceptive cover-up cover-ups coverup perjury perjurer falsehood falsehoods disinformation misinformation hoax hoaxes hoaxer falsification dishonesty dishonest whitewash duplicity fabrication fabrications fabricated untruth untruths untruthful misleading concealment smokescreen propaganda two-faced mendacious half-truths smear slander libel plagiarism plagiarist plagiarised plagiarized',
  other:
    'wrongdoing misconduct negligence negligent negligently malpractice theft thefts thief thieves crime crimes criminal criminals illegal illegally unlawful unlawfully treason extortion blackmail blackmailer discrimination discriminatory racism racist sexism sexist smuggling smuggler smugglers looting looter treasonous impropriety improprieties violation violations breach breaches incompetence burglar burglary burglaries robber robbers robbery robberies felony felonies felon misdemeanour misdemeanor offence offences offense offenses crook crooks villain culprit culprits rogue gangster gangsters mob mobster mobsters hoodlum scoundrel dereliction recklessness reckless lawbreaking lawless pollution polluter contempt bigot bigotry victimisation victimization unlicensed unauthorised unauthorized',
};

const table = new Map<string, Set<AllegationCategory>>();
for (const [category, list] of Object.entries(WORDS) as [AllegationCategory, string][])
  for (const word of list.split(' ')) put(word, category);
for (const [category, list] of Object.entries(VERBS) as [AllegationCategory, string][])
  for (const lemma of list.split(' ')) for (const form of formsOf(lemma)) put(form, category);

function put(word: string, category: AllegationCategory): void {
  const known = table.get(word) ?? new Set<AllegationCategory>();
  known.add(category);
  table.set(word, known);
}

/** Categories of wrong that a word is strong evidence for. Lower case. */
export function deedOf(word: string): ReadonlySet<AllegationCategory> | undefined {
  return table.get(word);
}

/** What a court, the police or a regulator does about wrongs, and how the accused answer. */
export const LAW: readonly (readonly [string, RegExp])[] = [
  [
    'guilt',
    /\b(?:convict(?:ed|ion|ions)|found guilty|pleaded guilty|pled guilty|guilty of|guilty to|jailed|imprisoned|sentenced|fined|disbarred|struck off|banned for life|serving \w+ years|community service|caution(?:ed)? for|was sacked for|admitted (?:to )?\w+ing|confess(?:ed|es)?|owned up|caught red-handed|broke the law|in breach of)\b/,
  ],
  [
    'charge',
    /\b(?:charged (?:with|under|over)|counts? of|indict(?:ed|ment|s)|prosecut\w+|arrested|arraigned|on trial for|stands? trial|faces? (?:charges|trial|a charge)|wanted for|summonsed|lawsuit|su(?:ed|es|ing)|under investigation|probed?|impeach\w*|extradit\w*)\b/,
  ],
  [
    'accuse',
    /\b(?:accus\w+|alleg\w+|blam(?:e|es|ed|ing)|suspect(?:s|ed)? (?!package)|denounc\w+|implicat\w+|finger(?:ed|s) |point(?:ed|s)? the finger|claims? that|whistle-?blow\w*)\b/,
  ],
  [
    'denial',
    /\b(?:den(?:y|ies|ied|ying|ial|ials)|disput(?:e|es|ed)|contest(?:s|ed)? the|reject(?:s|ed)? (?:the|any|all)|dismiss(?:es|ed)? (?:the|any|all|talk|claims)|insist(?:s|ed)? (?:that )?(?:he|she|it|they|nothing|no)|(?:had|has|have) (?:never|done nothing)|did (?:not|nothing)|nothing (?:wrong|was|had|has been)|no (?:wrongdoing|such|thief|intention|improper)|is(?:n’t|n't| not) (?:a|an) (?:thief|liar|crook|cheat|spy)|i did not|i never)\b/,
  ],
];

/** Ways of speaking that accuse without a word of wrong in them. */
export const IDIOMS: readonly (readonly [AllegationCategory, RegExp])[] = [
  [
    'corruption',
    /\b(?:(?:his|her|their|its) own (?:pocket|company|firm|account|business|warehouse|brother|wife|husband|son|estate)|brown envelopes?|under the table|in (?:return|exchange) for|(?:was|were|been|had) bought\b|bought and paid for|on the take|hand in the till|feathered|line[sd]? (?:his|her|their)|pockets?\b|jobs for|quid pro quo|undeclared|undisclosed|secretly (?:owned|owns|held|holds|paid|took)|for personal (?:gain|use)|conflicts? of interest|relief fund|slipp(?:ed|ing) (?:him|her|them|a|the))\b/,
  ],
  [
    'fraud',
    /\b(?:(?:did|do|does) not exist|never existed|didn[’']t exist|never (?:owned|built|been built|happened|took place)|made up|made it up|false (?:name|names|accounting|accounts|returns?|papers|invoices?|claims?|identit\w+)|cook(?:ed|ing) the books|short measure|passed off|passing off|backed by nothing|ghost (?:workers?|employees?)|banned substances?|on paper only|double (?:billing|books)|two sets of books|identity theft|insider (?:trading|dealing)|tax (?:evasion|fraud|dodg\w+)|forged|rip(?:ped)? off)\b/,
  ],
  [
    'sabotage',
    /\b(?:on purpose|deliberate(?:ly)?|set (?:fire|light|alight)|set (?:it|them) (?:on fire|alight)|tampered with|cut (?:the|through|a) (?:\w+ )?(?:cables?|wires?|ropes?|lines?|brakes?|power|fuel)|blew (?:it|this|them|the \w+) up|blow(?:n|ing) up|walk(?:ed)? out of the talks|to (?:prolong|drag out) )/,
  ],
  [
    'violence',
    /\b(?:to death|black eye|blacked (?:his|her|a)|broke (?:his|her|their|two|three|a) (?:\w+ )?(?:nose|jaw|arm|ribs?|fingers?|leg|of)|at gunpoint|at knifepoint|mass graves?|war crimes?|crimes against|ethnic cleansing|death squads?|firing squads?|opened fire|fired on|open fire|pulled (?:a|the) (?:knife|gun|trigger)|gave the order|police brutality|in cold blood)\b/,
  ],
  [
    'abuse',
    /\b(?:locked (?:\w+ )?(?:in|inside|behind)|behind locked doors|tied to|strapped to|like dirt|like (?:an )?animals?|in tears|raised (?:his|her) (?:hand|voice)|without (?:food|water|pay|a break|sleep|heating)|punishment|until they (?:vomited|collapsed|fainted|bled)|forced to|made to \w+|threatened to|screamed at|shouted at|swore at|worked \w+ hours|unwanted|inappropriate(?:ly)?|power over)\b/,
  ],
  [
    'conspiracy',
    /\b(?:in on it|behind closed doors|in cahoots|in league|in concert|hand in glove|hand in hand with|secret(?:ly)? (?:met|agreed|meetings?|deal|pact|arranged|plan)|carved? up|divid(?:ed|ing) up|split(?:ting)? up the|planned it|cooked up|price[- ]fixing|bid[- ]rigging|stitched up|set (?:him|her|them) up|fit(?:ted|ting)? (?:him|her|them) up|the three of (?:us|them)|to push up prices|kept to their)\b/,
  ],
  [
    'espionage',
    /\b(?:secrets? to|naval secrets|state secrets|official secrets|opened (?:the|his|her|their) (?:mail|letters|post)|(?:read|reading|intercepted) (?:the|his|her|their) (?:mail|letters|emails|e-mails|messages)|tapp(?:ed|ing) (?:the|his|her|their)|without a warrant|hidden (?:camera|cameras|microphone|microphones)|listening device|secretly (?:filmed|recorded|photographed|monitored|followed|listened)|foreign (?:power|agent|agents|intelligence)|double agent|bugged)\b/,
  ],
  [
    'deceit',
    /\b(?:cover(?:ed|ing|s)? (?:it |this |them )?up|in a drawer|looked the other way|look the other way|blind eye|s[ai]t(?:ting)? on (?:its|his|her|their|the|a|it)|swept under|under the carpet|buried (?:it|the|a|in)|burying|knew (?:all along|since|about|better|for)|(?:had|has|have) known|had been warned|kept (?:it |this |the \w+ )?(?:quiet|secret|from)|false (?:statements?|evidence|claims?|impression|account)|in secret|nobody was told|never told|not told|told (?:him|her|them|us|me) (?:he|she|they|it) (?:was|were|had)|were? told to (?:say|lie|keep)|papered over|rewrit(?:e|ten|ing)|rewrote|went missing|disappeared from|after hours|the night before|tore up|torn (?:up|out)|ground into|destroy(?:ed|ing)|smear campaign|fake news|big lie|make[- ]believe)\b/,
  ],
  [
    'other',
    /\b(?:without (?:their|his|her|its|any|the) (?:consent|permission|knowledge)|without (?:consent|permission|a licen[cs]e|paying)|nobody (?:checked|bothered|would)|ignored (?:the |a |its |his |her )?(?:\w+ )?(?:warnings?|memo|advice|rules?|alarms?)|failed to|did not (?:inspect|check|report|act)|did nothing|has done nothing|skipped (?:the|a|its)|never (?:inspected|checked|tested|paid)|not been paid|unpaid wages|blood on (?:his|her|their|its) hands|their own fault|asleep at|drunk (?:at|while|on)|at the wheel|hit[- ]and[- ]run|above the law|get away with|got away with|ill-gotten|disgrace\w*|scandal\w*)\b/,
  ],
];
