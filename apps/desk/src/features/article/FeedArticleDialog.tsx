import { useRef, useState } from 'react';
import {
  Button,
  Group,
  Modal,
  NativeSelect,
  Radio,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useIngestArticle } from '../../api/articles.js';
import { newKey } from '../../api/new-key.js';
import { fieldErrors } from '../../api/problem-error.js';
import { submitOnModEnter } from '../../ui/keys/submit-on-mod-enter.js';
import { announce } from '../../ui/announce.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { emptyFeed, ingestOf, type Feed } from './feed.js';
import { useAuthors } from './use-authors.js';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function FeedArticleForm({ onClose }: Pick<Props, 'onClose'>) {
  const [feed, setFeed] = useState<Feed>(emptyFeed);
  const attempt = useRef({ said: '', key: '' });
  const authors = useAuthors();
  const ingest = useIngestArticle();
  const navigate = useNavigate();
  const errors = fieldErrors(ingest.error);
  const set = (part: Partial<Feed>) => setFeed((old) => ({ ...old, ...part }));
  const field = (name: 'title' | 'byline' | 'url' | 'publishedOn') => ({
    name,
    value: feed[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });

  const submit = () => {
    const body = ingestOf(feed);
    const said = JSON.stringify(body);
    if (attempt.current.said !== said) attempt.current = { said, key: newKey() };
    ingest.mutate(
      { body, key: attempt.current.key },
      {
        onSuccess: ({ articleId, created }) => {
          announce(
            created ? 'The article was fed in and is being read' : 'These words were already here: nothing was added',
          );
          void navigate({ to: '/articles/$articleId', params: { articleId } });
        },
      },
    );
  };

  return (
    <form
      onKeyDown={submitOnModEnter}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        <ProblemAlert error={ingest.error} />
        <SegmentedControl
          aria-label="Form of the text"
          value={feed.form}
          onChange={(form) => set({ form: form === 'html' ? 'html' : 'text' })}
          data={[
            { value: 'text', label: 'Plain text' },
            { value: 'html', label: 'HTML' },
          ]}
        />
        <Textarea
          label={feed.form === 'html' ? 'HTML of the page' : 'Text of the article'}
          description={
            feed.form === 'html'
              ? 'Navigation and advertising are taken out.'
              : 'Headline first, an empty line between paragraphs.'
          }
          required
          data-autofocus
          autosize
          minRows={7}
          maxRows={16}
          value={feed.words}
          error={errors[feed.form]}
          onChange={(event) => set({ words: event.currentTarget.value })}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label="Title" description="Left empty: the headline" {...field('title')} />
          <TextInput label="Byline" description="Who wrote it" {...field('byline')} />
          <TextInput label="URL" type="url" placeholder="https://" {...field('url')} />
          <TextInput label="Date" type="date" {...field('publishedOn')} />
        </SimpleGrid>
        <NativeSelect
          label="Author on this desk"
          description="May neither check nor approve this article"
          value={feed.authorPersonId}
          error={errors['authorPersonId']}
          data={authors}
          onChange={(event) => set({ authorPersonId: event.currentTarget.value })}
        />
        <Radio.Group
          label="Origin"
          value={feed.origin}
          onChange={(origin) => set({ origin: origin === 'published' ? 'published' : 'draft' })}
        >
          <Stack gap="xs" mt={4}>
            <Radio value="draft" label="Our own draft, about to be printed" />
            <Radio value="published" label="Published by somebody else" />
          </Stack>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={ingest.isPending}>
            Feed in
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The form with which an article comes onto the desk by hand. */
export function FeedArticleDialog({ isOpen, onClose }: Props) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Feed in an article" size="xl">
      <FeedArticleForm onClose={onClose} />
    </Modal>
  );
}
