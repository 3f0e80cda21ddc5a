const root = '/api/v1';

type QueryValue = string | number | boolean | readonly string[] | undefined;

/** `?a=1&b=x,y`; values that are undefined or empty are left out. Lists are joined by commas, as the contract reads them. */
export function queryString(query: Readonly<Record<string, QueryValue>>): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(',') : value === undefined ? '' : String(value);
    if (text !== '') parts.set(name, text);
  }
  const text = parts.toString();
  return text === '' ? '' : `?${text}`;
}

const task = (id: string) => `${root}/review-tasks/${encodeURIComponent(id)}`;
const person = (id: string) => `${root}/people/${encodeURIComponent(id)}`;
const account = (id: string) => `${root}/accounts/${encodeURIComponent(id)}`;
const article = (id: string) => `${root}/articles/${encodeURIComponent(id)}`;

/** Every address of the api that the desk calls. No other file makes one. */
export const paths = {
  welcome: `${root}/welcome`,
  session: `${root}/session`,
  people: `${root}/people`,
  personRoles: (id: string) => `${person(id)}/roles`,
  personRole: (id: string, role: string) => `${person(id)}/roles/${role}`,
  disableAccount: (id: string) => `${account(id)}/disable`,
  enableAccount: (id: string) => `${account(id)}/enable`,
  articles: `${root}/articles`,
  article,
  retryExtraction: (id: string) => `${article(id)}/retry-extraction`,
  reviewTasks: `${root}/review-tasks`,
  reviewTaskCounts: `${root}/review-tasks/counts`,
  takeNext: `${root}/review-tasks/take-next`,
  reviewTask: task,
  reviewTaskStep: (id: string, step: string) => `${task(id)}/${step}`,
  publications: `${root}/publications`,
  proof: (id: string) => `${task(id)}/proof`,
  ledgerEntries: `${root}/ledger/entries`,
  ledgerHealth: `${root}/ledger/health`,
  ledgerCheckpoints: `${root}/ledger/checkpoints`,
  ledgerPolicy: `${root}/ledger/policy`,
  ledgerExport: `${root}/ledger/export`,
  ledgerErase: `${root}/ledger/erase`,
  notifications: `${root}/notifications`,
  notificationsRead: `${root}/notifications/read`,
} as const;
