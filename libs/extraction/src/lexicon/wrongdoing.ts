import { type AllegationCategory } from '../check.js';
import { inflect } from './verb-forms.js';

const NOUNS: Readonly<Record<AllegationCategory, string>> = {
  corruption:
    'corruption corrupt bribe bribes bribery kickback kickbacks graft nepotism cronyism embezzlement misappropriation payola pay-off payoff payoffs backhander backhanders self-dealing profiteering kleptocracy slush',
  fraud:
    'fraud frauds fraudulent fraudulently swindle swindler scam scams scammer forgery forgeries counterfeit ponzi insider-trading overbilling embezzler money-laundering laundering racketeering',
  sabotage: 'sabotage saboteur saboteurs',
  violence:
    'murder murders murderer assault assaults rape rapes rapist torture massacre massacres genocide atrocity atrocities manslaughter stabbing beating lynching arson war-crime killings assassination bombing shooting terrorism',
  abuse:
    'abuse abuses abuser harassment bullying mistreatment grooming trafficking exploitation molestation maltreatment cruelty intimidation coercion',
  conspiracy: 'conspiracy conspiracies collusion plot plots cartel price-fixing bid-rigging coup stitch-up',
  espionage: 'espionage spying spy spies wiretap wiretaps wiretapping eavesdropping spyware',
  deceit:
    'lie lies liar liars lying deceit deception cover-up cover-ups coverup perjury falsehood falsehoods disinformation misinformation hoax falsification dishonesty whitewash',
  other:
    'wrongdoing misconduct negligence malpractice theft thefts crime crimes criminal criminals illegal illegally unlawful unlawfully treason extortion blackmail discrimination racism smuggling plagiarism looting treasonous impropriety improprieties violation violations breach breaches incompetence doping',
};

const VERBS: Readonly<Record<AllegationCategory, string>> = {
  corruption: 'bribe embezzle siphon misappropriate enrich skim funnel divert pocket launder line',
  fraud: 'defraud swindle scam forge counterfeit cheat overcharge overbill mis-sell con fleece rig inflate backdate',
  sabotage: 'sabotage derail torpedo scupper wreck vandalise vandalize',
  violence:
    'murder assault rape torture massacre stab lynch assassinate bludgeon strangle maim shell bomb behead execute slaughter firebomb kidnap abduct',
  abuse: 'abuse harass molest bully mistreat exploit groom traffic intimidate coerce humiliate',
  conspiracy: 'conspire collude plot orchestrate scheme connive engineer mastermind',
  espionage: 'spy wiretap eavesdrop hack bug surveil',
  deceit: 'lie mislead deceive falsify fabricate conceal shred whitewash misrepresent doctor suppress perjure obstruct',
  other:
    'steal loot smuggle extort blackmail discriminate violate breach flout plagiarise plagiarize evade pollute poach trespass dump dope',
};

/** Several words that accuse together, lower case. */
export const PHRASES: readonly (readonly [AllegationCategory, RegExp])[] = [
  [
    'corruption',
    /\b(?:hidden|secret|undeclared|undisclosed) (?:stake|stakes|interest|interests|shares|payments?)\b|\b(?:into|to) (?:private|personal|offshore|secret) (?:bank )?accounts?\b|\blined? (?:his|her|their) (?:own )?pockets?\b|\bfor personal gain\b|\babus(?:e|ed|ing) (?:of )?(?:his|her|their|public) office\b|\bin exchange for (?:favou?rs|contracts)\b/,
  ],
  [
    'violence',
    /\bwar crimes?\b|\bcrimes? against humanity\b|\bethnic cleansing\b|\b(?:beat|beaten|shot|clubbed|kicked) (?:him|her|them|to death|\w+ to death)\b/,
  ],
  [
    'conspiracy',
    /\b(?:in tandem|in concert|in league|hand in glove|together in secret) with\b|\bin cahoots\b|\bsecret(?:ly)? (?:deal|agreed|met|pact|arranged|agreement) (?:to|with)\b|\bbehind the scenes to\b/,
  ],
  [
    'sabotage',
    /\b(?:wreck|wrecked|wrecking|kill|killed|killing|block|blocked|blocking|undermin\w+|derail\w*|scuttl\w+) (?:the )?(?:peace )?(?:talks|negotiations|deal|process)\b|\b(?:tampered|tampering) with\b|\bdeliberately (?:damaged|broke|destroyed|cut|flooded|delayed|prolong\w+|wrecked|blocked|set)\b|\bto (?:prolong|drag out|draw out) (?:the|a) (?:war|conflict|fighting|crisis|strike|dispute|hearing)\b/,
  ],
  [
    'deceit',
    /\bcover(?:ed|ing|s)? (?:it |this |them )?up\b|\b(?:destroy|destroyed|destroying|deleted|deleting|burned|burnt|shredded|shredding|altered|altering|hid|hidden|hiding) (?:the |all |some |its |his |her |their )?(?:records|documents|emails|evidence|files|minutes|logs|papers|results|ledgers?)\b|\bfalse (?:statements?|claims?|accounts?|evidence|returns?)\b/,
  ],
  [
    'espionage',
    /\b(?:unlawful|illegal|secret) surveillance\b|\btapped (?:his|her|their|the) phones?\b|\bsecretly (?:filmed|recorded|photographed|monitored)\b/,
  ],
  ['fraud', /\binsider trading\b|\bidentity theft\b|\btax (?:evasion|fraud|dodg\w+)\b|\bcook(?:ed|ing) the books\b/],
  ['other', /\bbroke the law\b|\bagainst the law\b|\bill-gotten\b/],
];

export interface Wrongdoing {
  readonly category: AllegationCategory;
  readonly form: 'noun' | 'active' | 'participle' | 'gerund' | 'base';
}

const table = new Map<string, Wrongdoing>();
for (const [category, list] of Object.entries(NOUNS) as [AllegationCategory, string][])
  for (const word of list.split(' ')) table.set(word, { category, form: 'noun' });
for (const [category, list] of Object.entries(VERBS) as [AllegationCategory, string][]) {
  for (const lemma of list.split(' ')) {
    const forms = { ...inflect(lemma), ...specialForms(lemma) };
    const put = (word: string, form: Wrongdoing['form']): void => {
      if (!table.has(word)) table.set(word, { category, form });
    };
    put(forms.gerund, 'gerund');
    put(forms.past, 'active');
    put(forms.participle, 'participle');
    put(forms.third, 'active');
    put(lemma, 'base');
  }
}

function specialForms(lemma: string): Partial<ReturnType<typeof inflect>> {
  if (lemma === 'lie') return { past: 'lied', participle: 'lied' };
  if (lemma === 'mislead') return { past: 'misled', participle: 'misled' };
  if (lemma === 'steal') return { past: 'stole', participle: 'stolen' };
  if (lemma === 'spy') return { past: 'spied', participle: 'spied' };
  if (
    lemma === 'stab' ||
    lemma === 'scam' ||
    lemma === 'rig' ||
    lemma === 'plot' ||
    lemma === 'skim' ||
    lemma === 'con' ||
    lemma === 'bug' ||
    lemma === 'traffic' ||
    lemma === 'kidnap'
  ) {
    const stem = lemma === 'traffic' ? 'traffick' : `${lemma}${lemma.at(-1) ?? ''}`;
    return { past: `${stem}ed`, participle: `${stem}ed`, gerund: `${stem}ing` };
  }
  return {};
}

export function readWrongdoing(word: string): Wrongdoing | undefined {
  return table.get(word);
}

/** Words by which a text keeps its distance from what it says. */
export const HEDGE =
  /\b(?:alleged(?:ly)?|alleges?|alleging|allegations?|reportedly|apparently|purported(?:ly)?|supposed(?:ly)?|suspected|suspicions?|accused?|accuses|accusing|accusations?|claim(?:s|ed|ing)?|denie[sd]|deny|denying|denials?|rumou?r(?:s|ed)?|seemingly|appears? to have|appeared to have|(?:may|might|could) have|is said to|are said to|was said to|believed to|thought to|charged with|charges? (?:of|that)|facing (?:charges|allegations)|under investigation|possible|possibly|potential(?:ly)?|if (?:true|proven|proved))\b/i;

/** Other signs of distance and of accusing: "may have", denials, verbs of accusing. */
export const PERFECT = /\b(?:may|might|could|must|appears? to|seems? to|said to|believed to|thought to) have\b/;
export const DENIAL = /\b(?:denie[sd]|deny|denying|denial)\b/;
export const ACCUSAL = /\b(?:accus\w+|blam\w+|charg\w+|guilty|convict\w+|suspect\w*|alleg\w+)\b/;
