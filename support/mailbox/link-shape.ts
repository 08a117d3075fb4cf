/** What is drawn for one person: the value of a parameter, a piece of path with a digit in it, or a long one. */
const DRAWN = /(?<=[?&][^=&#/]*=)[^&#]+|(?<=\/)(?:[^/?#&=]*\d[^/?#&=]*|[^/?#&=]{20,})/g;

/** Returns a link without its origin and without what was drawn for one person: the same for all mails of one kind. */
export function shapeOf(link: string): string {
  return withoutOrigin(link).replace(DRAWN, '*');
}

/** Returns whether a link holds something drawn for one person: without it, no account can be told from another. */
export function isPersonal(link: string): boolean {
  return shapeOf(link) !== withoutOrigin(link);
}

function withoutOrigin(link: string): string {
  const url = URL.parse(link);
  return url === null ? link : `${url.pathname}${url.search}${url.hash}`;
}
