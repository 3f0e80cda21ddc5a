/** What independence is judged by: who stands behind a piece, and where it was found. */
export interface Traceable {
  readonly origin: string;
  readonly url: string | null;
}

/** Second-level names under which registries sell names, as in `example.co.uk`. */
const registryLabels: ReadonlySet<string> = new Set(['co', 'com', 'org', 'net', 'gov', 'ac', 'edu', 'go', 'or', 'ne']);

/** The site of a URL: its last two labels, three under a country's registry label; an IP address stands for itself. */
export function siteOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const host = new URL(url).hostname.toLowerCase();
  if (host.startsWith('[') || /^[\d.]+$/.test(host)) return host;
  const labels = host.replace(/\.$/, '').split('.');
  const [second, top] = labels.slice(-2);
  const size = top?.length === 2 && second !== undefined && registryLabels.has(second) ? 3 : 2;
  return labels.slice(-size).join('.');
}

/** One spelling for an origin: case, marks and spacing do not make two. */
export const originKey = (origin: string): string =>
  origin
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');

/**
 * How many of the pieces are independent of each other and of `exceptSite`: pieces that share an origin or a site hang
 * together and count once, also through a third piece; what comes from the article's own site does not count.
 */
export function countIndependent(pieces: readonly Traceable[], exceptSite: string | null): number {
  const groups: Set<string>[] = [];
  for (const piece of pieces) {
    const site = piece.url === null ? null : siteOf(piece.url);
    const keys = [`origin ${originKey(piece.origin)}`, ...(site === null ? [] : [`site ${site}`])];
    const joined = groups.filter((group) => keys.some((key) => group.has(key)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push(new Set([...keys, ...joined.flatMap((group) => [...group])]));
  }
  return groups.filter((group) => exceptSite === null || !group.has(`site ${exceptSite}`)).length;
}
