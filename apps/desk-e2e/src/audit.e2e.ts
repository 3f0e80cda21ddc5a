import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AssertionSummary } from '@proofdesk/contract';
import { type Client } from 'pg';
import { type Browser } from 'playwright-core';
import { accessibilityFaults, openBrowser } from './browser.js';
import { DeskUser } from './desk-user.js';
import { signInOverHttp } from './http-client.js';
import { RunningDesk } from './running-desk.js';

const root = join(import.meta.dirname, '../../..');
const pictures = join(root, 'test-results');
const words = 'Ask Ida Varn, she leaked the tender to us.';

let desk: RunningDesk;
let browser: Browser;
let superuser: Client;
/** What is decided on here. */
let task: string;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  [desk, browser] = await Promise.all([RunningDesk.start(), openBrowser()]);
  superuser = await desk.connect('superuser');
  const checker = await signInOverHttp(desk.address, 'checker', 'proofdesk-demo');
  const { items } = await checker.read<{ items: AssertionSummary[] }>(
    '/review-tasks?state=queued&risk=normal&kind=statement&limit=1',
  );
  task = items[0]!.id;
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await superuser?.end();
  await desk?.remove();
}, 60_000);

const signIn = (login: string) => DeskUser.signIn(browser, desk.address, login, 'proofdesk-demo');
const picture = (user: DeskUser, name: string) =>
  user.page.screenshot({ path: join(pictures, `audit-${name}.png`), fullPage: true });

/** Nothing that axe finds, and no sideways scrolling on a narrow screen. */
async function faultsOf({ page }: DeskUser): Promise<string[]> {
  const faults = await accessibilityFaults(page);
  await page.setViewportSize({ width: 320, height: 800 });
  faults.push(...(await accessibilityFaults(page)));
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.setViewportSize({ width: 1280, height: 900 });
  return overflow > 0 ? [...faults, `scrolls sideways by ${overflow}`] : faults;
}

/** Opens the verifier on the page of the task and lets it run. */
async function verify(user: DeskUser): Promise<void> {
  await user.open(`/tasks/${task}`);
  await user.button('Verify in this browser').click();
  await user.button('Verify', user.page.getByRole('dialog')).last().click();
}

/** Waits for what the verifier says. */
const found = ({ page }: DeskUser, title: string) =>
  page.getByRole('dialog').getByText(title, { exact: true }).first().waitFor();

/** Changes one letter of an entry of the task, as who rules the server can. */
async function tamper(from: string, to: string): Promise<number> {
  await superuser.query(`SET proofdesk.ledger_migration = 'on'`);
  await superuser.query('ALTER TABLE ledger.entry DISABLE TRIGGER entry_append_only');
  const { rowCount } = await superuser.query(
    `UPDATE ledger.entry SET body = convert_to(replace(convert_from(body, 'UTF8'), $2, $3), 'UTF8')
      WHERE stream = $1 AND type = 'assertion.dismissed'`,
    [task, from, to],
  );
  await superuser.query('ALTER TABLE ledger.entry ENABLE ALWAYS TRIGGER entry_append_only');
  return rowCount ?? 0;
}

describe('the ledger on the screen', () => {
  it('a decision is witnessed within seconds, and the checker keeps its receipt', async () => {
    const checker = await signIn('checker');
    await checker.open(`/tasks/${task}`);
    await checker.button('Dismiss').click();
    const dialog = checker.page.getByRole('dialog');
    await dialog.getByLabel(/Note/).fill(words);
    await checker.button('Dismiss', dialog).click();
    const entry = checker.page.getByRole('list', { name: 'Decisions, oldest first' }).locator('> li').last();
    await entry.getByText('Assertion dismissed').waitFor();
    await entry.getByText('Witnessed').waitFor({ timeout: 15_000 });
    expect(await checker.button('Verify in this browser').count()).toBe(0);
    await checker.open('/receipts');
    await checker.button('Check them now').click();
    await checker.page.getByText('Kept: it is in the signed tree').waitFor();
    await picture(checker, 'receipts');
    expect(await faultsOf(checker)).toEqual([]);
    await checker.leave();
  });

  it('an auditor sees a sound ledger, its checkpoints, and that a witness outside is stronger', async () => {
    const auditor = await signIn('auditor');
    await auditor.open('/audit');
    const health = auditor.page.getByRole('region', { name: 'Health of the ledger' });
    await health.getByText('Nothing wrong was found in this quick look.').waitFor();
    await health.getByText('A witness outside is stronger.').waitFor();
    expect(await auditor.page.getByRole('alert').count()).toBe(0);
    await auditor.page.getByRole('heading', { name: 'Checkpoints' }).click();
    const checkpoints = auditor.page.getByRole('list', { name: 'Checkpoints, newest first' }).locator('> li');
    await checkpoints.first().waitFor();
    await auditor.page
      .getByText(/Signed note of \d+ entries/)
      .first()
      .click();
    await picture(auditor, 'sound');
    expect(await faultsOf(auditor)).toEqual([]);
    for (const [name, first] of [
      ['Export JSON Lines', /^\{"stream":/],
      ['Export CSV', /^at,type,stream,seq/],
    ] as const) {
      const [download] = await Promise.all([
        auditor.page.waitForEvent('download'),
        auditor.page.getByRole('link', { name }).click(),
      ]);
      const text = readFileSync(await download.path(), 'utf8');
      expect(text).toMatch(first);
      expect(text).toContain(task);
    }
    await auditor.leave();
  });

  it('the browser itself verifies the proof, and says what it does not prove', async () => {
    const auditor = await signIn('auditor');
    await verify(auditor);
    await found(auditor, 'The proof holds');
    const dialog = auditor.page.getByRole('dialog');
    expect(await dialog.innerText()).toMatch(/The witness beside saw this tree/);
    expect(await dialog.innerText()).toMatch(/That the keys are the right ones/);
    await picture(auditor, 'verified');
    expect(await accessibilityFaults(auditor.page)).toEqual([]);
    // A policy of one's own, with another key, does not believe it.
    const stranger = 'log other.example/1+3a0e7bb8+AS2oJ8ol5VtJL0Lkv9IPSzfvV5R7pzTVuUCmoaNZbQQm\nquorum none\n';
    await dialog.getByRole('radio', { name: 'One that I have from elsewhere' }).check();
    await dialog.getByLabel('Text of the policy').fill(stranger);
    await auditor.button('Verify', dialog).last().click();
    await dialog.getByRole('alert').waitFor();
    await auditor.leave();
  });

  it('an admin erases what somebody wrote; the record and the proof stay', async () => {
    const admin = await signIn('admin');
    await admin.open(`/tasks/${task}`);
    await admin.page.getByText(words).first().waitFor();
    const entry = admin.page.getByRole('list', { name: 'Decisions, oldest first' }).locator('> li').last();
    await entry.getByRole('button', { name: /Exact record/ }).click();
    await admin.button(/Erase what was written/).click();
    const dialog = admin.page.getByRole('dialog', { name: /Erase from record/ });
    await dialog.getByRole('radio', { name: new RegExp(words.slice(0, 20)) }).check();
    await dialog.getByLabel('Reason').fill('She asked us to.');
    await dialog.getByLabel('I know that it is gone for good').check();
    await picture(admin, 'erase');
    expect(await accessibilityFaults(admin.page)).toEqual([]);
    await admin.button('Erase', dialog).last().click();
    await dialog.waitFor({ state: 'hidden' });
    await admin.open(`/tasks/${task}`);
    const timeline = admin.page.getByRole('list', { name: 'Decisions, oldest first' });
    await timeline.getByText('Payload erased').waitFor();
    expect(await admin.page.getByText(words).count()).toBe(0);
    await timeline.locator('> li').last().getByText('Witnessed').waitFor({ timeout: 15_000 });
    await verify(admin);
    await found(admin, 'The proof holds');
    await admin.leave();
  });

  it('a superuser’s change shows as an anomaly, and the proof no longer holds', async () => {
    expect(await tamper('"role":"checker"', '"role":"checkes"')).toBe(1);
    const auditor = await signIn('auditor');
    await auditor.open('/audit');
    const alarm = auditor.page.getByRole('region', { name: 'Health of the ledger' }).getByRole('alert');
    await alarm
      .getByText(new RegExp(`${task}.*(changed|do not give)`))
      .first()
      .waitFor();
    await picture(auditor, 'tampered');
    expect(await faultsOf(auditor)).toEqual([]);
    await verify(auditor);
    await found(auditor, 'The proof does not hold');
    await picture(auditor, 'not-proven');
    await auditor.leave();
    expect(await tamper('"role":"checkes"', '"role":"checker"')).toBe(1);
    const again = await signIn('auditor');
    await verify(again);
    await found(again, 'The proof holds');
    await again.leave();
  });
});
