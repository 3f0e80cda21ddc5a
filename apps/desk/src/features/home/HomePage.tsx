import { SimpleGrid, Stack, Text } from '@mantine/core';
import { can } from '@proofdesk/permissions';
import { PageHeading } from '../../ui/PageHeading.js';
import { roleWords } from '../../ui/words.js';
import { useSession } from '../../ui/use-session.js';
import { CheckerPart } from './CheckerPart.js';
import { EditorPart } from './EditorPart.js';
import { OfficePart } from './OfficePart.js';
import { ArticlePart } from './ArticlePart.js';

/** The first page: for each role what there is to do now. */
export function HomePage() {
  const { person, roles } = useSession();
  const words = roles.map((role) => roleWords[role].toLowerCase());
  return (
    <>
      <PageHeading title={`Good to see you, ${person.name}`} />
      <Stack>
        <Text c="dimmed">
          {words.length === 0
            ? 'You have no role yet: ask an admin to grant you one.'
            : `You are here as ${words.join(', ')}. This is what there is to do now.`}
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {can('task.take_next', { roles }).ok && <CheckerPart />}
          {can('verdict.approve', { roles }).ok && <EditorPart />}
          {can('article.list', { roles }).ok && <ArticlePart />}
          {can('audit.read', { roles }).ok && <OfficePart />}
        </SimpleGrid>
      </Stack>
    </>
  );
}
