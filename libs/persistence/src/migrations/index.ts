import { CreateLedger1764000000001 } from './01-create-ledger.js';
import { CreatePeople1764000000002 } from './02-create-people.js';
import { CreateSessions1764000000003 } from './03-create-sessions.js';
import { CreateRatingScales1764000000004 } from './04-create-rating-scales.js';
import { CreateArticles1764000000005 } from './05-create-articles.js';
import { CreateReview1764000000006 } from './06-create-review.js';
import { CreateVerdicts1764000000007 } from './07-create-verdicts.js';
import { CreatePublications1764000000008 } from './08-create-publications.js';
import { CreateMachineWork1764000000009 } from './09-create-machine-work.js';
import { CheckAnchors1764000000010 } from './10-check-anchors.js';
import { CheckFourEyes1764000000011 } from './11-check-four-eyes.js';
import { RingOutboxBell1764000000012 } from './12-ring-outbox-bell.js';
import { GrantToApp1764000000013 } from './13-grant-to-app.js';
import { AddRatingScales1764000000014 } from './14-add-rating-scales.js';
import { ContinueLog1764000000015 } from './15-continue-log.js';
import { ErasePayloads1764000000016 } from './16-erase-payloads.js';
import { SealWithoutRowLocks1764000000017 } from './17-seal-without-row-locks.js';
import { SaltEvidence1764000000018 } from './18-salt-evidence.js';

/** In the order in which they run. One that has run anywhere is never edited again. */
export const migrations = [
  CreateLedger1764000000001,
  CreatePeople1764000000002,
  CreateSessions1764000000003,
  CreateRatingScales1764000000004,
  CreateArticles1764000000005,
  CreateReview1764000000006,
  CreateVerdicts1764000000007,
  CreatePublications1764000000008,
  CreateMachineWork1764000000009,
  CheckAnchors1764000000010,
  CheckFourEyes1764000000011,
  RingOutboxBell1764000000012,
  GrantToApp1764000000013,
  AddRatingScales1764000000014,
  ContinueLog1764000000015,
  ErasePayloads1764000000016,
  SealWithoutRowLocks1764000000017,
  SaltEvidence1764000000018,
];
