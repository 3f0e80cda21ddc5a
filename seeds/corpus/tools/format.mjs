/** The elements and labels of the format described in FORMAT.md. */

export const BLOCKS = ['headline', 'byline', 'caption', 'p', 'furniture'];
export const SOURCINGS = ['quoted', 'reported', 'documented', 'anonymous', 'self', 'unattributed'];
export const KINDS = ['statement', 'opinion', 'prediction', 'question', 'directive', 'headline', 'caption'];
export const ALLEGATIONS = [
  'corruption',
  'fraud',
  'sabotage',
  'violence',
  'abuse',
  'conspiracy',
  'espionage',
  'deceit',
  'other',
];
export const ENTITY_TYPES = ['person', 'organization', 'document', 'group', 'self', 'unknown'];
export const QUOTE_STYLES = ['straight-double', 'curly-double', 'straight-single', 'curly-single'];
export const VARIETIES = ['GB', 'US'];
export const WORDINGS = ['usual', 'unusual'];
export const SPLITS = ['train', 'dev', 'test', 'challenge'];

/** Attributes each element may have. */
export const ATTRIBUTES = {
  article: ['id', 'genre', 'variety', 'quotes', 'wording', 'split'],
  entity: ['id', 'name', 'type'],
  headline: [],
  byline: [],
  caption: [],
  p: [],
  furniture: [],
  dateline: [],
  a: ['s', 'k', 'n', 'al', 'h', 'who'],
  s: ['n', 'e'],
  c: ['n'],
  t: ['n'],
};

/** Elements each element may stand in. */
export const PARENTS = {
  entity: ['article'],
  headline: ['article'],
  byline: ['article'],
  caption: ['article'],
  p: ['article'],
  furniture: ['article'],
  dateline: ['p'],
  a: ['headline', 'caption', 'p'],
  s: ['a', 's', 'c', 't'],
  c: ['a', 's', 'c', 't'],
  t: ['a', 's', 'c', 't'],
};
