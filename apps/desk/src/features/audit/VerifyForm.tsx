import { Anchor, Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { paths } from '../../api/paths.js';
import { fetchProof, policyQuery } from '../../api/proofs.js';
import { announce } from '../../ui/announce.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { useKept } from '../../ui/use-kept.js';
import { FindingsView } from './FindingsView.js';
import { verifyHere } from './verify.js';

const sources = ['served', 'own'] as const;
type Source = (typeof sources)[number];

/** Fetches the proof and runs the verifier on it, against a policy that the person chooses. */
export function VerifyForm({ assertionId }: { readonly assertionId: string }) {
  const { data: served, error: servedError } = useQuery(policyQuery);
  const own = useKept('verifier-policy', '');
  const source = useKept<Source>('verifier-policy-source', 'served');
  const verifying = useMutation({
    mutationFn: async () => {
      const policy = source.value === 'own' ? own.value : served?.text;
      if (!policy) throw new Error('There is no policy to verify against yet. Paste one, or wait for the sealer.');
      const text = policy.endsWith('\n') ? policy : `${policy}\n`;
      return { source: source.value, findings: await verifyHere(await fetchProof(assertionId), text) };
    },
    onSuccess: ({ findings }) => announce(findings.ok ? 'The proof holds' : 'The proof does not hold'),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        verifying.mutate();
      }}
    >
      <Stack>
        <Text size="sm">
          The proof is fetched, and every signature, hash and rule is checked here, by the code of this page. The policy
          says whom to believe.
        </Text>
        <Radio.Group
          label="Policy"
          value={source.value}
          onChange={(value) => source.set(sources.find((each) => each === value) ?? 'served')}
        >
          <Stack gap="xs" mt="xs">
            <Radio
              value="served"
              label="The one that this desk serves"
              description="Proves less: a server that forged the proof would serve keys that fit it."
            />
            <Radio
              value="own"
              label="One that I have from elsewhere"
              description="Kept since earlier, or compared with somebody outside."
            />
          </Stack>
        </Radio.Group>
        {source.value === 'own' && (
          <Textarea
            label="Text of the policy"
            description="Lines that begin with log, witness, group, quorum, receipt, former"
            required
            autosize
            minRows={4}
            maxRows={12}
            value={own.value}
            onChange={(event) => own.set(event.currentTarget.value)}
          />
        )}
        <Group justify="space-between">
          <Anchor href={paths.proof(assertionId)} download size="sm">
            <IconDownload aria-hidden size={16} /> Download the proof
          </Anchor>
          <Button type="submit" loading={verifying.isPending}>
            Verify
          </Button>
        </Group>
        <ProblemAlert error={source.value === 'served' ? servedError : null} />
        <ProblemAlert error={verifying.error} />
        {verifying.data && <FindingsView {...verifying.data} />}
      </Stack>
    </form>
  );
}
