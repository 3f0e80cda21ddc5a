import { createRootRouteWithContext, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router';
import { type QueryClient } from '@tanstack/react-query';
import { queryClient } from '../api/query-client.js';
import { keepReceipt } from '../api/receipts.js';
import { onReceipt, onSessionLost } from '../api/request.js';
import { sessionQuery } from '../api/session.js';
import { ApprovalsPage } from '../features/approval/ApprovalsPage.js';
import { ArticlePage } from '../features/article/ArticlePage.js';
import { ArticlesPage } from '../features/article/ArticlesPage.js';
import { AuditPage } from '../features/audit/AuditPage.js';
import { HomePage } from '../features/home/HomePage.js';
import { PeoplePage } from '../features/person/PeoplePage.js';
import { PublishedPage } from '../features/publication/PublishedPage.js';
import { ReceiptsPage } from '../features/receipt/ReceiptsPage.js';
import { QueuePage } from '../features/review-task/QueuePage.js';
import { TaskPage } from '../features/review-task/TaskPage.js';
import { SignInPage } from '../features/session/SignInPage.js';
import { Frame } from './Frame.js';
import { NotFoundPage, TroublePage, WaitingPage } from './StatePages.js';
import {
  articleSearchSchema,
  articlesSearchSchema,
  auditSearchSchema,
  parseSearch,
  queueSearchSchema,
  signInSearchSchema,
  stringifySearch,
} from './search.js';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearchSchema,
  component: SignInPage,
});

/** Everything behind it is for people who are signed in. */
const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: { to: location.href } });
    return { session };
  },
  component: Frame,
});

const home = createRoute({ getParentRoute: () => desk, path: '/', component: HomePage });
const queue = createRoute({
  getParentRoute: () => desk,
  path: '/queue',
  validateSearch: queueSearchSchema,
  component: QueuePage,
});
const task = createRoute({
  getParentRoute: () => desk,
  path: '/tasks/$assertionId',
  validateSearch: queueSearchSchema,
  component: TaskPage,
});
const articles = createRoute({
  getParentRoute: () => desk,
  path: '/articles',
  validateSearch: articlesSearchSchema,
  component: ArticlesPage,
});
const article = createRoute({
  getParentRoute: () => desk,
  path: '/articles/$articleId',
  validateSearch: articleSearchSchema,
  component: ArticlePage,
});
const approvals = createRoute({ getParentRoute: () => desk, path: '/approvals', component: ApprovalsPage });
// Not /verdicts: that is the readers' page, which the server draws itself.
const published = createRoute({ getParentRoute: () => desk, path: '/published', component: PublishedPage });
const audit = createRoute({
  getParentRoute: () => desk,
  path: '/audit',
  validateSearch: auditSearchSchema,
  component: AuditPage,
});
const receipts = createRoute({ getParentRoute: () => desk, path: '/receipts', component: ReceiptsPage });
const people = createRoute({ getParentRoute: () => desk, path: '/people', component: PeoplePage });

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    desk.addChildren([home, queue, task, articles, article, approvals, published, audit, receipts, people]),
  ]),
  context: { queryClient },
  defaultPreload: false,
  defaultPendingComponent: WaitingPage,
  defaultErrorComponent: TroublePage,
  defaultNotFoundComponent: NotFoundPage,
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
});

onSessionLost(() => {
  if (queryClient.getQueryData(sessionQuery.queryKey) == null) return;
  queryClient.setQueryData(sessionQuery.queryKey, null);
  void router.invalidate();
});

onReceipt((header) => {
  const session = queryClient.getQueryData(sessionQuery.queryKey);
  if (session) keepReceipt(session.person.id, header);
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
