import { type ArticleSummary } from '@proofdesk/contract';
import { count } from '../../ui/words.js';

/** How far an article is, in words: "52 assertions, 18 open, 6 need a source; 2 of 3 serious allegations open". */
export function progressWords({
  assertions,
  open,
  needsSource,
  serious,
  seriousOpen,
}: ArticleSummary['progress']): string {
  if (assertions === 0) return 'No assertions';
  const work = open === 0 ? 'all decided' : `${open} open`;
  const sources =
    needsSource === 0 ? 'none needs a source' : `${needsSource} ${needsSource === 1 ? 'needs' : 'need'} a source`;
  const danger = serious === 0 ? '' : `; ${seriousOpen} of ${count(serious, 'serious allegation')} open`;
  return `${count(assertions, 'assertion')}, ${work}, ${sources}${danger}`;
}
