import { useState } from 'react';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { can, type Action } from '@proofdesk/permissions';
import { welcomeQuery } from '../api/session.js';
import { NotificationBell } from '../features/notification/NotificationBell.js';
import { AccountMenu } from '../features/session/AccountMenu.js';
import { Announcer } from '../ui/Announcer.js';
import { KeysDialog } from '../ui/keys/KeysDialog.js';
import { useKeyboard, useKeys } from '../ui/keys/use-keys.js';
import { useSession } from '../ui/use-session.js';
import classes from './Frame.module.css';

interface Place {
  readonly to: '/' | '/queue' | '/articles' | '/approvals' | '/published' | '/audit' | '/people';
  readonly label: string;
  readonly needs?: Action;
}

const places: readonly Place[] = [
  { to: '/', label: 'Overview' },
  { to: '/queue', label: 'Review queue', needs: 'task.list' },
  { to: '/articles', label: 'Articles', needs: 'article.list' },
  { to: '/approvals', label: 'Approvals', needs: 'verdict.approve' },
  { to: '/published', label: 'Verdicts' },
  { to: '/audit', label: 'Audit', needs: 'audit.read' },
  { to: '/people', label: 'People', needs: 'people.read' },
];

/** What surrounds every page of the desk: skip link, header with navigation, the page, the live region, the keys. */
export function Frame() {
  const { roles } = useSession();
  const welcome = useQuery(welcomeQuery);
  const navigate = useNavigate();
  const [areKeysShown, showKeys] = useState(false);
  useKeyboard();
  useKeys({
    'go.queue': () => void navigate({ to: '/queue' }),
    'go.articles': () => void navigate({ to: '/articles' }),
    'go.home': () => void navigate({ to: '/' }),
    'go.history': () => void navigate({ to: can('audit.read', { roles }).ok ? '/audit' : '/published' }),
    'help.open': () => showKeys(true),
  });
  return (
    <>
      <a className={classes.skip} href="#page">
        Skip to the page
      </a>
      <header className={classes.header}>
        <Link to="/" className={classes.mark}>
          <img src="/mark.svg" alt="" />
          {welcome.data?.newsroom ?? 'Proofdesk'}
        </Link>
        <nav aria-label="Desk" className={classes.navRegion}>
          <ul className={classes.nav}>
            {places
              .filter(({ needs }) => !needs || can(needs, { roles }).ok)
              .map(({ to, label }) => (
                <li key={to}>
                  <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
                    {label}
                  </Link>
                </li>
              ))}
          </ul>
        </nav>
        <div className={classes.tools}>
          <NotificationBell />
          <Tooltip label="Keys of this page (?)">
            <ActionIcon onClick={() => showKeys(true)} aria-label="Keys of this page" aria-keyshortcuts="?">
              <IconKeyboard aria-hidden />
            </ActionIcon>
          </Tooltip>
          <AccountMenu />
        </div>
      </header>
      <main id="page" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
      <Announcer />
      <KeysDialog isOpen={areKeysShown} onClose={() => showKeys(false)} />
    </>
  );
}
