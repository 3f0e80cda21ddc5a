import { useEffect, useRef, type ReactNode } from 'react';
import { Group, Title } from '@mantine/core';

interface Props {
  readonly title: string;
  /** Anything that changes when the page shows something else: the heading then takes the focus. */
  readonly about?: string;
  readonly children?: ReactNode;
}

let isFirstPage = true;

/** The page's h1. Takes the focus after each navigation, so that the keyboard and screen readers start at the new page. */
export function PageHeading({ title, about = title, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Proofdesk`;
  }, [title]);
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, [about]);
  return (
    <Group justify="space-between" align="center" gap="sm" mb="md">
      <Title order={1} ref={heading} tabIndex={-1}>
        {title}
      </Title>
      {children && <Group gap="xs">{children}</Group>}
    </Group>
  );
}
