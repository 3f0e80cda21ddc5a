import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { can } from '@proofdesk/permissions';
import { type LedgerFilter } from '../../api/ledger.js';
import { paths, queryString } from '../../api/paths.js';
import { useSession } from '../../ui/use-session.js';

const forms = [
  { format: 'jsonl', label: 'Export JSON Lines' },
  { format: 'csv', label: 'Export CSV' },
] as const;

/** The decision history under the filters of the page, as a file of any size. Each export is a record of its own. */
export function ExportButtons({ filter }: { readonly filter: LedgerFilter }) {
  const { roles } = useSession();
  if (!can('audit.export', { roles }).ok) return null;
  return (
    <Group gap="xs">
      {forms.map(({ format, label }) => (
        <Button
          key={format}
          component="a"
          variant="default"
          href={`${paths.ledgerExport}${queryString({ ...filter, format })}`}
          download
          leftSection={<IconDownload aria-hidden size={16} />}
        >
          {label}
        </Button>
      ))}
    </Group>
  );
}
