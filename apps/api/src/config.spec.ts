import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';

const database = 'postgres://proofdesk_app:secret@db.example/proofdesk';
const faults = (environment: NodeJS.ProcessEnv) => {
  const read = readConfig(environment);
  return read.ok ? [] : read.faults;
};

describe('readConfig', () => {
  it('needs a database and nothing else', () => {
    const read = readConfig({ DATABASE_URL: database, PORT: '4500' });
    expect(read.ok && read.value).toMatchObject({
      port: 4500,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:4500',
      demo: null,
    });
  });

  it('lists all faults at once and repeats no value', () => {
    const found = faults({
      DATABASE_URL: 'mysql://x:secret@y',
      PORT: 'many',
      PUBLIC_URL: 'desk',
      PROOFDESK_DEMO: 'perhaps',
    });
    expect(found.map((fault) => fault.split(':')[0])).toEqual(['PORT', 'PUBLIC_URL', 'DATABASE_URL', 'PROOFDESK_DEMO']);
    expect(found.join()).not.toContain('secret');
  });

  it('takes an empty variable for one that is not set', () => {
    expect(faults({ DATABASE_URL: database, PUBLIC_URL: '', PROOFDESK_DEMO: '' })).toEqual([]);
  });

  it.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ['demo accounts on a database of one’s own', { PROOFDESK_DEMO: '1' }, /PROOFDESK_DEMO.*refused/],
    [
      'demo accounts away from localhost',
      { PROOFDESK_DEMO: '1', PROOFDESK_EMBEDDED: '1', PUBLIC_URL: 'https://desk.example' },
      /not on localhost/,
    ],
    ['plain http on a network', { PUBLIC_URL: 'http://desk.example' }, /must be https/],
    ['production without an address', { NODE_ENV: 'production' }, /production needs the https address/],
    ['an address with a path', { PUBLIC_URL: 'https://desk.example/desk' }, /without a path/],
    [
      'the owner of the tables',
      { DATABASE_URL: 'postgres://proofdesk_owner@h/d' },
      /must not connect as proofdesk_owner/,
    ],
    ['the superuser', { DATABASE_URL: 'postgres://postgres:x@h/d' }, /must not connect as postgres/],
  ])('refuses %s', (_, environment, fault) => {
    expect(faults({ DATABASE_URL: database, ...environment }).join('\n')).toMatch(fault);
  });

  it('shows demo accounts on the embedded database only', () => {
    const read = readConfig({ DATABASE_URL: database, PROOFDESK_DEMO: '1', PROOFDESK_EMBEDDED: '1' });
    expect(read.ok && read.value.demo?.peopleFile).toMatch(/seeds[\\/]people\.json$/);
  });
});
