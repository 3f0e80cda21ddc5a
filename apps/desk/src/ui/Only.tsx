import { type ReactNode } from 'react';
import { can, type Action } from '@proofdesk/permissions';
import { EmptyState } from './EmptyState.js';
import { PageHeading } from './PageHeading.js';
import { useSession } from './use-session.js';

interface Props {
  readonly action: Action;
  readonly title: string;
  readonly children: ReactNode;
}

/** A page for some roles only: the others are told whose it is. The server keeps its own counsel all the same. */
export function Only({ action, title, children }: Props) {
  const { roles } = useSession();
  const permission = can(action, { roles });
  if (permission.ok) return children;
  return (
    <>
      <PageHeading title={title} />
      <EmptyState why={permission.reason} next="An admin can grant you the role, if you need it." />
    </>
  );
}
