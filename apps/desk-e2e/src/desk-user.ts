import { type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';

export interface Evidence {
  title: string;
  origin: string;
  url?: string;
  quote?: string;
  stance?: string;
  isPrimary?: boolean;
}

/** One person at the desk, who sees and touches only what a person can: roles, labels and names. */
export class DeskUser {
  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly address: string,
  ) {}

  static async signIn(browser: Browser, address: string, login: string, password: string): Promise<DeskUser> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(address);
    await page.getByLabel('Login').fill(login);
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: /Good to see you/ }).waitFor();
    return new DeskUser(context, page, address);
  }

  leave(): Promise<void> {
    return this.context.close();
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.address}${path}`);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  button(name: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name });
  }

  async addPerson(name: string, login: string, password: string, role: string): Promise<void> {
    await this.open('/people');
    await this.button('Add person').click();
    const dialog = this.page.getByRole('dialog', { name: 'Add person' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Login').fill(login);
    await dialog.getByRole('textbox', { name: 'First password' }).fill(password);
    await dialog.getByRole('checkbox', { name: role }).check();
    await this.button('Add', dialog).last().click();
    await this.page.getByRole('article', { name }).waitFor();
  }

  async grant(name: string, role: string): Promise<void> {
    await this.open('/people');
    const box = this.page.getByRole('article', { name }).getByRole('checkbox', { name: role });
    // Not check(): the box changes when the server has agreed.
    await box.click();
    await box.and(this.page.locator(':checked')).waitFor();
    await this.page.reload();
    await box.and(this.page.locator(':checked')).waitFor();
  }

  async feedIn(text: string): Promise<void> {
    await this.open('/articles');
    await this.button('Feed in an article').first().click();
    const dialog = this.page.getByRole('dialog', { name: 'Feed in an article' });
    await dialog.getByLabel('Text of the article').fill(text);
    await this.button('Feed in', dialog).click();
    await this.page.waitForURL(/\/articles\/[0-9a-f-]{36}/);
  }

  /** Takes the last attributed quote of an article; one set aside as opinion or prediction is pulled back first. */
  async takeQuote(articleId: string): Promise<void> {
    const links = this.page.getByRole('main').locator('a[href*="/tasks/"]');
    await this.open(`/queue?tab=quotes&articleId=${articleId}`);
    await links.or(this.page.getByText('No attributed quote is waiting.')).first().waitFor();
    if ((await links.count()) === 0) await this.open(`/queue?tab=set-aside&sourcing=quoted&articleId=${articleId}`);
    await links.last().click();
    const take = this.button('Take this task');
    const pullBack = this.button('Pull back into the queue');
    await take.or(pullBack).waitFor();
    if (await pullBack.count()) {
      await pullBack.click();
      const dialog = this.page.getByRole('dialog');
      await dialog.getByLabel('Reason').fill('Was it said? That can be checked.');
      await this.button('Pull back', dialog).click();
    }
    await take.click();
    await this.page.getByText('You hold this task').first().waitFor();
  }

  async attach({ title, origin, url, quote, stance = 'Supports it', isPrimary }: Evidence): Promise<void> {
    await this.button('Add evidence').click();
    const form = this.page.getByRole('form', { name: 'Add evidence' });
    if (url) await form.getByLabel('URL').fill(url);
    await form.getByLabel('Title').fill(title);
    await form.getByLabel('Origin').fill(origin);
    if (quote) await form.getByLabel('Quote').fill(quote);
    await form.getByLabel('Stance').selectOption({ label: stance });
    if (isPrimary) await form.getByLabel('Primary record').check();
    await form.locator('button[type=submit]').click();
    await this.page.getByRole('list', { name: 'Pieces of evidence' }).getByText(title).waitFor();
  }

  async propose(rating: string, rationale: string): Promise<void> {
    await this.page.getByRole('radio', { name: rating, exact: true }).check();
    await this.page.getByLabel('Rationale').fill(rationale);
    await this.button('Propose verdict').click();
    await this.page.getByText('Proposed, version 1').waitFor();
  }

  /** Opens the only waiting verdict whose words these are, and approves it. */
  async approve(words: string): Promise<void> {
    await this.open('/approvals');
    await this.page.getByRole('link', { name: words }).click();
    const panel = this.page.getByRole('region', { name: 'Approval' });
    await this.button('Approve', panel).click();
  }

  async publish(): Promise<string> {
    const panel = this.page.getByRole('region', { name: 'Publication' });
    await this.button('Publish', panel).click();
    const link = this.page.getByRole('link', { name: /public page/ });
    return (await link.getAttribute('href')) ?? '';
  }
}
