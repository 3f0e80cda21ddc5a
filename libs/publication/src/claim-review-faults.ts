type Json = Record<string, unknown>;
type Check = (value: unknown, at: string) => string[];

/**
 * What is wrong with a ClaimReview, one sentence a fault; empty when nothing is. Written from Google's property rules
 * and knowing nothing of our builder, so that the two can catch each other.
 */
export function claimReviewFaults(json: unknown): string[] {
  if (!isObject(json)) return ['it is not an object'];
  const faults = object(
    ['ClaimReview'],
    {
      '@context': oneOf('https://schema.org'),
      claimReviewed: text,
      url: address,
      author: party,
      reviewRating: rating,
      itemReviewed: claim,
    },
    { datePublished: instant },
  )(json, 'ClaimReview');
  return faults.length > 0 ? faults : acrossFaults(json);
}

const oneOf =
  (...allowed: string[]): Check =>
  (value, at) =>
    allowed.includes(value as string) ? [] : [`${at} must be ${allowed.join(' or ')}`];

const text: Check = (value, at) => (typeof value === 'string' && value.trim() !== '' ? [] : [`${at} must be words`]);

const address: Check = (value, at) =>
  typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
    ? []
    : [`${at} must be an absolute http address`];

const instant: Check = (value, at) =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(value) &&
  !isNaN(Date.parse(value))
    ? []
    : [`${at} must be an ISO 8601 date`];

const number: Check = (value, at) => (typeof value === 'number' && isFinite(value) ? [] : [`${at} must be a number`]);

/** Closed on purpose: a misspelt property would otherwise be lost on every reader in silence. */
function object(
  types: readonly string[],
  required: Record<string, Check>,
  optional: Record<string, Check> = {},
): Check {
  const needed: Record<string, Check> = { '@type': oneOf(...types), ...required };
  return (value, at) => {
    if (!isObject(value)) return [`${at} must be an object`];
    return [
      ...Object.keys(needed)
        .filter((key) => value[key] === undefined)
        .map((key) => `${at}.${key} is missing`),
      ...Object.entries(value).flatMap(([key, member]) => {
        const check = Object.hasOwn(needed, key)
          ? needed[key]
          : Object.hasOwn(optional, key)
            ? optional[key]
            : undefined;
        return check === undefined ? [`${at}.${key} is not a known property`] : check(member, `${at}.${key}`);
      }),
    ];
  };
}

const party: Check = (value, at) => [
  ...object(['Person', 'Organization'], {}, { name: text, url: address, sameAs: address })(value, at),
  ...(isObject(value) && value['name'] === undefined && value['url'] === undefined
    ? [`${at} needs a name or an address`]
    : []),
];

const claimant: Check = (value, at) => [
  ...party(value, at),
  ...(isObject(value) && value['name'] === undefined ? [`${at}.name is missing`] : []),
];

const rating: Check = (value, at) => {
  const faults = object(
    ['Rating'],
    { alternateName: text },
    { ratingValue: number, bestRating: number, worstRating: number },
  )(value, at);
  if (faults.length > 0 || !isObject(value)) return faults;
  const { ratingValue, bestRating, worstRating } = value as Record<string, number | undefined>;
  if (ratingValue === undefined && bestRating === undefined && worstRating === undefined) return [];
  if (ratingValue === undefined || bestRating === undefined || worstRating === undefined) {
    return [`${at} needs ratingValue, bestRating and worstRating together`];
  }
  return [
    ...(worstRating >= 1 ? [] : [`${at}.worstRating must be at least 1`]),
    ...(bestRating > worstRating ? [] : [`${at}.bestRating must be above worstRating`]),
    ...(ratingValue >= worstRating && ratingValue <= bestRating ? [] : [`${at}.ratingValue is outside the scale`]),
  ];
};

const work: Check = (value, at) =>
  typeof value === 'string'
    ? address(value, at)
    : object(['CreativeWork'], {}, { url: address, name: text })(value, at);

const claim = object(
  ['Claim'],
  {},
  {
    author: claimant,
    datePublished: instant,
    appearance: work,
    firstAppearance: work,
    name: text,
  },
);

/** Rules that look at two places at once. Runs only on an object whose parts are sound. */
function acrossFaults(json: Json): string[] {
  const item = json['itemReviewed'] as Json;
  const reviewer = json['author'] as Json;
  const claimAuthor = item['author'] as Json | undefined;
  const works = [item['appearance'], item['firstAppearance']].filter((each) => each !== undefined);
  const addresses = works
    .map((each) => (isObject(each) ? each['url'] : each))
    .filter((each) => typeof each === 'string');
  const page = new URL(json['url'] as string);
  const label = (json['reviewRating'] as Json)['alternateName'] as string;
  const claimReviewed = (json['claimReviewed'] as string).toLowerCase();
  return [
    ...(claimAuthor === undefined && works.length === 0
      ? ['ClaimReview.itemReviewed names no origin: neither an author nor an appearance']
      : []),
    ...(claimAuthor !== undefined && claimAuthor['name'] === reviewer['name']
      ? ['ClaimReview.itemReviewed.author is the reviewer: the claim has no distinct origin']
      : []),
    ...addresses
      .filter((each) => new URL(each).hostname === page.hostname)
      .map(() => 'ClaimReview.itemReviewed appeared on the reviewer’s own site: the claim has no distinct origin'),
    ...(page.hash === '' ? [] : ['ClaimReview.url must be the page itself, without a fragment']),
    ...(claimReviewed.startsWith(`${label.toLowerCase()}:`) ? ['ClaimReview.claimReviewed gives the rating away'] : []),
  ];
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
