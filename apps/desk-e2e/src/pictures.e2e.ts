import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { accessibilityFaults, openBrowser } from './browser.js';
import { DeskUser } from './desk-user.js';
import { RunningDesk } from './running-desk.js';

const root = join(import.meta.dirname, '../../..');
/** `npm run pictures` renews the pictures of the docs; the tests write theirs beside. */
const folder = join(root, process.env.PROOFDESK_PICTURES ? 'docs/images' : 'test-results');

let desk: RunningDesk;
let browser: Browser;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  [desk, browser] = await Promise.all([RunningDesk.start(), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await desk?.remove();
}, 60_000);

const pages = [
  { name: 'queue', login: 'checker', path: '/queue' },
  { name: 'article', login: 'checker', path: '/articles', link: /Veldmark/ },
  { name: 'approvals', login: 'editor', path: '/approvals' },
  { name: 'approval', login: 'editor', path: '/approvals', link: /.{20}/ },
  { name: 'verdicts', login: 'editor', path: '/published' },
  { name: 'audit', login: 'admin', path: '/audit' },
  { name: 'people', login: 'admin', path: '/people' },
];

describe('every screen of the demo', () => {
  it.each(pages)('$name: nothing that axe finds, at 1280 and at 320 pixels', async ({ name, login, path, link }) => {
    const user = await DeskUser.signIn(browser, desk.address, login, 'proofdesk-demo');
    const faults: string[] = [];
    user.page.on('pageerror', (error) => faults.push(error.message));
    await user.open(path);
    if (link) await user.page.getByRole('main').getByRole('link', { name: link }).first().click();
    await user.page.waitForLoadState('networkidle');
    await user.page.screenshot({ path: join(folder, `${name}.png`) });
    faults.push(...(await accessibilityFaults(user.page)));
    await user.page.setViewportSize({ width: 320, height: 800 });
    faults.push(...(await accessibilityFaults(user.page)));
    const overflow = await user.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect({ faults, overflow: Math.max(0, overflow) }).toEqual({ faults: [], overflow: 0 });
    await user.leave();
  });
});
