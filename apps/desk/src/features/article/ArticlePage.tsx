import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { articleQuery } from '../../api/articles.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { WaitingText } from '../../ui/WaitingText.js';
import { ArticleDesk } from './ArticleDesk.js';

const route = getRouteApi('/desk/articles/$articleId');

/** One article: its text with highlights, and its assertions beside it. */
export function ArticlePage() {
  const { articleId } = route.useParams();
  const { data, error } = useQuery(articleQuery(articleId));
  if (error) return <ProblemAlert error={error} />;
  return data ? <ArticleDesk article={data} /> : <WaitingText />;
}
