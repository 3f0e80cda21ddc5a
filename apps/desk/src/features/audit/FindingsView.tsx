import { Alert, List, Text, Title } from '@mantine/core';
import { IconAlertOctagon, IconShieldCheck } from '@tabler/icons-react';
import { type Findings } from '@proofdesk/ledger';
import { Time } from '../../ui/Time.js';

interface Props {
  readonly source: 'served' | 'own';
  readonly findings: Findings;
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <Title order={3} mt="sm" mb={4}>
        {title}
      </Title>
      <List size="sm">
        {sentences.map((sentence) => (
          <List.Item key={sentence} style={{ overflowWrap: 'anywhere' }}>
            {sentence}
          </List.Item>
        ))}
      </List>
    </>
  );
}

/** What was proven, as of when, and what was not, in the verifier's own words. */
export function FindingsView({ source, findings }: Props) {
  const { ok, proven, notProven, asOf, verdict, fault } = findings;
  const under =
    source === 'own'
      ? 'Under your own policy.'
      : 'Under the policy that this desk serves, which proves less than one of your own.';
  if (!ok)
    return (
      <Alert color="red" role="alert" icon={<IconAlertOctagon aria-hidden />} title="The proof does not hold">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          Step {fault?.step ?? 0} of 13: {fault?.message}. {under}
        </Text>
        <Sentences title="Not proven" sentences={notProven} />
      </Alert>
    );
  return (
    <Alert color="green" role="status" icon={<IconShieldCheck aria-hidden />} title="The proof holds">
      <Text size="sm">
        {asOf !== undefined && (
          <>
            As of <Time at={asOf} />.{' '}
          </>
        )}
        {under}
        {verdict && ` The verdict, version ${verdict.version}, was ${verdict.state}.`}
      </Text>
      <Sentences title="Proven" sentences={proven} />
      <Sentences title="Not proven" sentences={[...notProven, ...(source === 'own' ? [] : [servedPolicyProvesLess])]} />
    </Alert>
  );
}

const servedPolicyProvesLess = 'That the keys are the right ones: they came from the server whose proof this is.';
