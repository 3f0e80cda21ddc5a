import { wordSet } from './word-list.js';

/** Words that judge, doubt or stress: evidence of an opinion. Lower case, general English. */
export const JUDGING = wordSet(`
  good bad best worst better worse great terrible awful wonderful brilliant disgraceful shameful outrageous staggering stunning remarkable extraordinary
  appalling absurd ridiculous ludicrous laughable pathetic tragic sad sadly unfortunately fortunately thankfully clearly obviously undoubtedly surely
  frankly arguably perhaps deserve deserves deserved ought foolish stupid fool fools wise unwise reckless cynical hypocritical unacceptable unfair fair
  right wrong vital crucial critical essential beautiful ugly dull exciting fascinating troubling worrying alarming chilling disturbing glaring stark
  truth heart hero provocative unforgivable inexcusable indefensible welcome shame disgrace triumph farce joke nonsense madness lunacy betrayal
  delicious tedious murky funny lovely nice strange odd curious peculiar weird silly clever smart brave bold timid weak strong perfect perfectly superb
  splendid magnificent marvellous marvelous glorious gorgeous charming delightful elegant graceful dreadful horrible horrid ghastly grim bleak dismal
  dreary drab gloomy miserable wretched nasty vile vicious cruel kind generous mean greedy noble decent honest dishonest proud humble arrogant smug
  pompous vain shabby shoddy lazy clumsy awkward memorable forgettable impressive unimpressive mediocre bland boring thrilling gripping moving touching
  heartbreaking comic comical witty hilarious amusing entertaining enjoyable pleasant unpleasant fine finest excellent outstanding exceptional ordinary
  baffling bizarre puzzling mysterious inevitable impossible unthinkable unlikely likely hopeless hopeful promising easy hard difficult tough simple
  mere merely simply enough too plainly rather quite very really truly utterly wholly entirely deeply hardly barely scarcely almost seldom always never
  seems seem looks feels sounds matter matters point question problem trouble worth worthy worthless pointless useless priceless important serious grave
  dire bitter sweet sour rich poor cheap dear dangerous risky safe sensible reasonable unreasonable rational irrational crazy insane mad daft potty
  barmy cuckoo baloney rubbish garbage bunk hogwash drivel tosh poppycock scandal scandalous insult insulting offensive rude polite graceless tasteless
  sinister ominous suspicious doubtful dubious questionable convincing unconvincing persuasive compelling genius masterpiece gem treasure miracle
  blessing curse tragedy comedy disaster catastrophe calamity fiasco shambles mess mockery travesty charade circus theatre pantomime stunt spectacle
  vindication victory defeat lesson irony ironic ironically tellingly sensibly rightly wrongly mercifully luckily happily regrettably admirable laudable
  commendable deplorable despicable contemptible abhorrent repugnant monstrous evil wicked saintly saint coward cowardly courage courageous heroic
  fitting apt grotesque obscene indecent immoral moral unjust injustice justice love loved hate hated adore loathe despise admire respect like liked
  favourite favorite beloved spirit soul magic charm dazzling radiant luminous sparkling crisp lush tender juicy soggy stodgy limp flabby taut slack
  sluggish frantic frenetic sloppy slick polished assured confident masterful masterly virtuoso consummate
`);

/** Verbs that often open an order or an invitation. */
export const BIDDING = wordSet(`
  call visit send see read watch listen click sign join bring take keep stay use email e-mail write contact ask tell let do check book buy get go look
  remember mind think consider imagine try make put add stir serve wait turn stop start share follow donate vote come open walk meet find give please
  avoid forget leave note bear spare trust say subscribe register apply download tune enter drop pack complete report
`);

/** Words that look ahead. */
export const COMING = wordSet(`
  tomorrow next later soon expected expects due set scheduled planned plans plan likely upcoming forthcoming forecast forecasts predict predicts
  predicted intends hopes hope aims promises promised pledged vows vowed until by eventually prospect future begins opens starts meets returns resumes
  goes
`);
