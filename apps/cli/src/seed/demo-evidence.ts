import { type AttachEvidence } from '@proofdesk/contract';

export type DemoEvidence = Omit<AttachEvidence, 'leaseToken'>;

const piece = (origin: string, title: string, more: Partial<DemoEvidence> = {}): DemoEvidence => ({
  title,
  origin,
  quote: '',
  note: '',
  stance: 'supports',
  isPrimary: false,
  ...more,
});

/** A record that decides the matter by itself. */
export const primaryRecord: DemoEvidence = piece(
  'Registry of Public Works',
  'Register entry 2031/114, certified copy',
  {
    url: 'https://registry.example/2031/114',
    quote: 'Entry made on 4 February; no later amendment.',
    note: 'Asked for by telephone, received by post; the stamp was compared with an older entry.',
    isPrimary: true,
  },
);

/** Two pieces of different origin. */
export const twoIndependent: DemoEvidence[] = [
  piece('Port Sabine Gazette', 'Report of the hearing on 3 February', {
    url: 'https://portsabine-gazette.example/hearing',
    quote: 'The payments were confirmed under oath.',
  }),
  piece('Ines Corvane, accountant', 'Interview on the record, 6 February', {
    note: 'She kept the account book herself and read the entries aloud.',
    stance: 'context',
  }),
];

export const oneRecording: DemoEvidence = piece('Fans’ forum', 'Sound recording of the forum, 41:10 to 41:32', {
  url: 'https://forum.example/recordings/2031-01-24',
  quote: 'The lads are borrowing petrol money.',
  note: 'Heard twice; the voice was recognised by two people who know him.',
  isPrimary: true,
});
