import { wordSet } from './word-list.js';

/** Heads of phrases that nobody could ring up when they stand without a name. */
export const GROUP_HEADS = wordSet(`
  official officials source sources critic critics expert experts observer observers analyst analysts insider insiders aide aides adviser advisers advisor advisors
  ally allies opponent opponents supporter supporters detractor detractors skeptic skeptics sceptic sceptics resident residents neighbor neighbors neighbour neighbours local locals
  witness witnesses bystander bystanders protester protesters demonstrator demonstrators activist activists campaigner campaigners advocate advocates
  people person man men woman women girl girls boy boys child children parent parents mother mothers father fathers student students teacher teachers
  voter voters citizen citizens american americans individual individuals friend friends colleague colleagues family families relative relatives
  lawmaker lawmakers politician politicians senator senators legislator legislators leader leaders member members republican republicans democrat democrats
  conservative conservatives liberal liberals progressive progressives diplomat diplomats authority authorities investigator investigators researcher researchers scientist scientists
  historian historians economist economists scholar scholars academic academics doctor doctors nurse nurses lawyer lawyers attorney attorneys officer officers soldier soldiers veteran veterans
  user users commenter commenters commentator commentators pundit pundits reader readers viewer viewers fan fans customer customers shopper shoppers consumer consumers employee employees
  worker workers staffer staffers staff manager managers executive executives investor investors trader traders shareholder shareholders developer developers landowner landowners
  farmer farmers driver drivers passenger passengers victim victims survivor survivors patient patients tenant tenants landlord landlords homeowner homeowners
  others other some many most several few everyone everybody somebody someone nobody anyone anybody one none both
  rumor rumors rumour rumours report reports allegation allegations revelation revelations investigation investigations inquiry inquiries leak leaks speculation
  media press outlets outlet commentators watchers wonks pollsters strategists strategist consultant consultants contractor contractors operative operatives
  immigrant immigrants migrant migrants refugee refugees prisoner prisoners inmate inmates hospitalized guest guests participant participants attendee attendees
  player players pilot pilots firefighter firefighters paramedic paramedics cop cops guard guards fisherman fishermen trawlerman skipper crew crews villager villagers islander islanders
  whistleblower whistleblowers informant informants donor donors backer backers delegate delegates negotiator negotiators mediator envoy envoys minister ministers
  comment comments accounts account voices folks guys guy youth teenager teenagers teen teens pensioner pensioners widow widows couple
  nation nations country countries state states government governments party parties group groups company companies firm firms
  jurors juror detectives inspectors auditors engineers planners trustees governors councillors councilors counsellors backbenchers mps ministers
  townspeople townsfolk gossips bosses punters regulars dockers miners fishers sailors clergy informers onlookers well-wishers mourners campers hikers
  tourist tourists visitor visitors worshipper worshippers churchgoers rivals rival competitor competitors peers peer veterinarians farmers growers traders stallholders shopkeepers owner owners
  historians biographers westerners europeans russians ukrainians chinese britons germans israelis palestinians afghans iranians southerners northerners
`);

/** Singular heads of groups that are an organisation when definite or named ("the ministry", "police"). */
export const ORGANIZATION_HEADS = wordSet(`
  headquarters ministry department office bureau agency administration government cabinet council parliament congress senate house assembly court committee commission board panel authority
  inspectorate directorate secretariat embassy consulate mission delegation police force army navy military marines guard coastguard service services union federation confederation
  association society institute institution foundation trust charity company corporation firm group inc corp ltd llc plc co bank fund university college school academy hospital clinic
  museum gallery theatre theater church diocese club team league party campaign coalition alliance bloc movement network newspaper magazine outlet website site station broadcaster channel
  publisher times post journal herald guardian telegraph tribune gazette courier news press bbc cnn nbc abc cbs fox reuters ap afp bloomberg npr politico
  kremlin pentagon treasury white-house downing street brussels nato eu un who imf fbi cia nypd lapd nhs nasa epa fda cdc doj
  airline operator manufacturer retailer supplier brewery brewer utility regulator watchdog ombudsman insurer lender developer contractor startup start-up maker chain giant
  prosecution defence defense opposition leadership presidency monarchy palace vatican syndicate cooperative co-operative guild chamber consortium partnership laboratory lab observatory
  municipality township borough co-op commune mart parish administration
  project initiative programme program taskforce consortium front legion corps circle lab labs studio studios records pictures entertainment holdings partners capital energy motors airlines airways systems technologies
  jury tribunal inquest hospital prison port harbour harbor brigade battalion squad unit regiment division ngo nonprofit
  spokesman spokeswoman spokesperson prosecutors regulators deputies organisers organizers feds
`);

/** Heads that stand for a record or a publication a reader could ask for. */
export const DOCUMENT_HEADS = wordSet(`
  draft copy excerpt passage summary version
  report study survey poll audit census dataset database data register registry record records filing filings document documents memo memorandum letter letters email emails e-mail e-mails
  lawsuit complaint indictment affidavit ruling judgment judgement verdict opinion order decree law act bill statute regulation regulations amendment constitution treaty agreement contract charter resolution directive
  paper article book memoir biography essay column editorial blog post tweet press-release release bulletin newsletter advisory notice transcript minutes agenda testimony deposition transcript
  statistics figures numbers results findings analysis review research evaluation assessment inspection index ranking estimate estimates forecast projection projections chart map
  budget invoice invoices receipt receipts ledger accounts certificate permit licence license warrant dossier file files log logs diary journal manuscript will guidelines guidance manual handbook policy white-paper plan proposal
  website webpage page application form petition will inscription plaque sign label video footage recording tape photograph photographs image images
  menu label tag sheet sheets timetable roster rota section sections clause tabulation tabulations papers paperwork rules telegram telegrams cable reference entry entries notebook notebooks
  adjudication covenant docket inventory annex appendix schedule schedules recordings almanac encyclopaedia encyclopedia dictionary guidebook catalogue catalog brochure leaflet flyer pamphlet poster placard
  headstone epitaph ticket tickets declaration declarations spreadsheet spreadsheets note notes subpoena writ injunction summons mandate covenant prospectus communique communiqué
  exam autopsy text picture pictures telemetry imagery screenshot screenshots clip clips scan scans decision correction posting dashboard x-ray x-rays tally tallies questionnaire message messages form forms post-mortem test tests trial experiment model models simulation polling
`);

/** Documents that nobody could ask for when they are plural and bare. */
export const VAGUE_DOCUMENTS = wordSet(
  'reports studies surveys polls documents records research data evidence figures statistics accounts rumours rumors leaks files investigations revelations findings experts tests',
);

/** Words before "records" or "reports" that do not tell which. */
export const ANY_RECORDS =
  /^(?:new|recent|earlier|previous|several|some|many|most|other|various|unconfirmed|early|latest|local|news|newspaper|media|press|more|numerous|multiple|scientific|medical|and|official|initial|preliminary|available)$/;

/** The author or the outlet. */
export const SELF_PATTERN =
  /\b(?:this (?:reporter|newspaper|paper|publication|website|site|magazine|outlet|news ?(?:site|room|organi[sz]ation|agency)|correspondent|author|writer|column(?:ist)?|programme|program|blog|journal|investigation|reporting|station|channel|network|agency|desk|podcast|newsletter|weekly|service|reviewer|critic|diarist|sketch ?writer|almanac|gazette|monthly|quarterly|review|bureau|desk|organ|periodical)(?![’']s (?:rivals?|readers?|owners?|publishers?|proprietors?)\b)|our (?:own )?(?:\p{Lu}\p{L}+ desk|documents|records|recordings?|photographs|files|tests?|inquiries|microphones|cameras|calculations?|count|reporters?|correspondents?|newsroom|investigation|reporting|analysis|sources|findings|review|team|man|photographer|stringer|snapper|cameraman|undercover)|your (?:own |humble |faithful |roving )?(?:correspondent|reporter|blogger|columnist|diarist|reviewer|critic|scribe|sketch ?writer|chronicler|essayist|snapper)|the present (?:writer|author))\b/iu;

/** Titles that go before a name or stand for a person already named. */
export const PERSON_TITLES = wordSet(`
  mr mrs ms miss mx dr sir dame lord lady prof professor president chancellor premier governor mayor senator representative congressman congresswoman councillor councilor councilman councilwoman
  minister secretary ambassador envoy judge justice attorney prosecutor sheriff chief commissioner inspector detective officer constable sergeant lieutenant captain major colonel general admiral commander
  director chairman chairwoman chairperson chair chairperson ceo cfo founder co-founder executive manager head boss coach captain skipper king queen prince princess pope bishop archbishop cardinal rabbi imam reverend pastor father
  spokesman spokeswoman spokesperson leader speaker whip lawmaker mp msp mep candidate nominee incumbent author novelist playwright actor actress singer farmer lawyer barrister solicitor counsel doctor surgeon coroner professor scientist researcher
  economist analyst historian teacher headteacher principal rector dean provost treasurer trustee warden ranger harbourmaster harbormaster engineer architect planner developer editor reporter journalist
  marshal brigadier corporal commodore vicar curate abbot abbess baron baroness earl duke duchess sheikh emir sultan magistrate registrar bursar alderman selectman assemblyman assemblywoman comptroller auditor superintendent
  defendant plaintiff victim suspect widow mother father son daughter brother sister wife husband
`);

/** People who are called so because they are not to be named: "the source", "an insider". */
export const WHISPERERS = wordSet(`
  source insider official person whistleblower informant tipster mole staffer onlooker bystander eyewitness passer-by regular punter pal blabbermouth
`);

/** Members of a body that is known once it is called "the": its judges, its trustees. */
export const BODY_MEMBERS = wordSet(`
  judges justices jurors magistrates authors signatories trustees commissioners supervisors councillors councilors prosecutors plaintiffs defendants directors governors regents regulators auditors umpires stewards referees
`);

/** Relatives: whose they are tells who they are. */
export const KIN = wordSet(`
  mother father mom mum dad mama papa wife husband widow widower son daughter brother sister aunt uncle grandmother grandfather grandson granddaughter niece nephew cousin partner fiance fiancé fiancee fiancée
  girlfriend boyfriend stepmother stepfather stepson stepdaughter sister-in-law brother-in-law mother-in-law father-in-law son-in-law daughter-in-law ex-wife ex-husband
`);
