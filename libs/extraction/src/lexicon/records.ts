import { wordSet } from './word-list.js';

/** What records do: with a record as subject these say what stands in it. All forms that news uses. */
export const RECORD_VERBS = wordSet(`
  show shows showed shown record records recorded give gives gave given list lists listed put puts count counts counted name names named hold holds held find finds found flag flags flagged
  state states stated say says said note notes noted describe describes described require requires required contain contains contained reveal reveals revealed set sets
  read reads run runs bear bears bore document documents documented detail details detailed trace traces traced place places placed blame blames blamed carry carries carried track tracks tracked
  indicate indicates indicated suggest suggests suggested confirm confirms confirmed conclude concludes concluded estimate estimates estimated report reports reported identify identifies identified
  cite cites cited mention mentions mentioned specify specifies specified provide provides provided allow allows allowed forbid forbids forbade prohibit prohibits prohibited oblige obliges obliged
  attribute attributes attributed warn warns warned recommend recommends recommended establish establishes established prove proves proved demonstrate demonstrates demonstrated
  add adds added total totals totalled totaled make makes made include includes included have has had confine confines limit limits entitle entitles entitled measure measures measured rate rates rated
  allege alleges alleged accuse accuses accused charge charges charged credit credits credited date dates dated assign assigns assigned value values valued order orders ordered
  ban bans banned permit permits permitted compare compares compared calculate calculates calculated rule rules ruled call calls called bears point points pointed log logs logged register registers registered tell tells told assess assesses assessed score scores scored rank ranks ranked define defines defined promise promises promised let lets leave leaves show
`);

/** Records by their head word, where any of those verbs makes the sentence a reading of the record. */
export const RECORD_HEADS = wordSet(`
  report study survey poll audit census dataset database data register registry record records filing filings document documents memo memorandum letter letters e-mail e-mails email emails
  lawsuit complaint indictment affidavit ruling judgment judgement verdict decree statute regulation regulations charter code section article clause schedule appendix treaty constitution rulebook rules law act
  paper transcript minutes agenda testimony deposition statistics figures results findings analysis review research evaluation assessment inspection index ranking estimate projections table tables
  budget invoice invoices receipt receipts ledger accounts certificate permit licence license warrant docket dossier file files log logs diary diaries journal notebook notebooks manuscript will inventory inventories
  guidelines guidance manual handbook declaration declarations tabulations return returns rota roster bulletin survey chart charts map maps autopsy post-mortem trial tests
  website prospectus deed deeds contract agreement plan plans balance-sheet manifest timetable memoir biography book essay notice inscription plaque gauge sensors readings sample samples x-rays
  annex brochure menu archive archives reference score list lists placard banner poster x-ray tally count counts data schedule tender satellite blueprint diagram photograph photographs image images label labels tag
  dashboard ratings sheet ticket decision correction adjudication message notice telegram cable dispatch certificate application petition catalogue catalog archive archives entry entries page column spreadsheet spreadsheets statement bill statements footage recording recordings
`);

/** Ways in which an outlet says that it has seen or heard something itself. */
export const SEEN_BY = wordSet(
  'seen obtained reviewed viewed examined acquired inspected verified leaked shown passed shared handed sent analysed analyzed compiled collected commissioned conducted bought taken filmed recorded photographed broken revealed reported published heard slipped emailed mailed delivered entrusted forwarded consulted copied tested timed measured counted witnessed overheard unearthed perused studied read',
);

/** Words that names of news outlets end in. Lower case. */
export const OUTLET_WORDS = wordSet(`
  packet courant intelligencer lantern trumpet whistle crier enquirer telegram spectator gleaner picayune vindicator reflector newswire wire clipper comet banner torch searchlight vanguard tidings weekender gazeta gazzetta diario jornal zeitung tageblatt kurier prensa presse correo
  gazetteer times post herald courier ledger sentinel beacon gazette tribune journal guardian telegraph mail mirror observer chronicle examiner dispatch record-keeper reporter press news star sun express standard
  independent advertiser mercury echo argus bugle argosy clarion globe inquirer register review bulletin messenger monitor record recorder voice weekly daily evening-post peeper tattler planet radio television
  broadcast broadcasting fm tv magazine newspaper paper site website blog programme program podcast newsletter online dispatch sentinel citizen patriot republican democrat eagle bee statesman pioneer
`);
