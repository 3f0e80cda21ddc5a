import { wordFlag } from '../words/word.js';
import { wordSet } from './word-list.js';

/** What goes round among people without anybody who says it: "there is a rumour that", "a whisper had it that". */
export const TALK = wordSet(
  'rumour rumours rumor rumors story stories tale tales legend legends saying joke jokes feeling sense belief view opinion opinions talk gossip muttering mutterings murmur murmurs murmuring murmurings whisper whispers whispering whisperings grumble grumbles grumbling grumblings suspicion suspicions theory theories school hint hints suggestion suggestions speculation fear fears claims allegations reports complaint consensus tradition conviction chatter tittle-tattle scuttlebutt buzz understanding assumption expectation head-shaking tut-tutting hearsay lore folklore myth myths superstition word tongues dirt guess verdict wisdom idea line impression worry hope thinking mood sentiment accusations insinuations innuendo charge moral answer explanation version',
);

/** What is said or held of a thing by people at large: "it is murmured on the stairs that", "it has been put about that". */
export const AIRED = wordSet(
  'muttered murmured whispered hinted rumoured rumored noised bruited mooted told put given agreed supposed assumed taken known understood said believed thought held reckoned suspected alleged claimed feared felt reported suggested insinuated remarked observed recalled remembered related recounted gossiped joked maintained asserted argued conceded admitted accepted acknowledged complained grumbled guessed expected imagined presumed expounded sworn let spread conjectured surmised settled decided repeated mentioned explained handed',
);

/** What is common to all: "it is an open secret that", "it was an article of faith among them that". */
export const COMMON = wordSet(
  'secret knowledge faith commonplace conviction saying gospel wisdom belief talk joke report opinion consensus view feeling axiom proverb tradition boast complaint grievance suspicion legend dogma lore doctrine understanding',
);

export const isTalkNoun = wordFlag(({ lower }) => TALK.has(lower));
