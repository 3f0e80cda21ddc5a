import { readFileSync } from 'node:fs';
import { type Actor, type Desk } from '@proofdesk/workflow';
import { addPerson, extractAssertions, ingestArticle, listArticles } from '@proofdesk/workflow';
import { openDesk } from '../open-desk.js';
import { DemoDesk, must } from './demo-desk.js';
import { demoPassword, demoPeople, type DemoPerson } from './demo-people.js';
import { playScenes } from './demo-scenes.js';
import { seedFile } from './seed-file.js';

interface DemoArticle {
  file: string;
  origin: 'draft' | 'published';
  author: string | null;
  publishedOn: string;
  url?: string;
}

const system: Actor = { kind: 'system', name: 'seed' };

/**
 * Fills an empty desk with demo people and articles in different states. A desk that has an article already is left alone.
 * @returns whether anything was added
 */
export async function seedDemo(databaseUrl: string): Promise<boolean> {
  const desk = await openDesk(databaseUrl);
  try {
    if ((await must(listArticles(desk, system, { limit: 1 }))).items.length > 0) return false;
    const people = new Map<string, Actor>();
    for (const person of demoPeople()) people.set(person.key, await addDemoPerson(desk, person));
    const articles = new Map<string, string>();
    for (const article of demoArticles()) articles.set(article.file, await addDemoArticle(desk, article, people));
    await playScenes(new DemoDesk(desk), {
      person: (key) => found(people, key),
      articleId: (file) => found(articles, file),
    });
    return true;
  } finally {
    await desk.db.close();
  }
}

const demoArticles = (): DemoArticle[] => JSON.parse(readFileSync(seedFile('articles.json'), 'utf8')) as DemoArticle[];

function found<T>(map: Map<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the demo names "${key}", which is not in seeds/`);
  return value;
}

async function addDemoPerson(desk: Desk, { name, login, roles }: DemoPerson): Promise<Actor> {
  const person = await must(addPerson(desk, system, { name, login, roles, password: demoPassword, isDemo: true }));
  return { kind: 'person', personId: person.id, accountId: person.accounts[0]?.id ?? '', roles, sessionId: 'seed' };
}

async function addDemoArticle(desk: Desk, article: DemoArticle, people: Map<string, Actor>): Promise<string> {
  const author = article.author === null ? undefined : found(people, article.author);
  const meta = {
    origin: article.origin,
    publishedOn: article.publishedOn,
    ...(article.url ? { url: article.url } : {}),
    ...(author?.kind === 'person' ? { authorPersonId: author.personId } : {}),
  };
  const text = readFileSync(seedFile(`articles/${article.file}`), 'utf8');
  const { articleId, revisionId } = await must(ingestArticle(desk, system, { body: { text }, meta }));
  // At once rather than by the worker's job, which will find the work done: the scenes need the assertions now.
  await must(extractAssertions(desk, { revisionId, jobKey: `seed-${revisionId}` }));
  return articleId;
}
