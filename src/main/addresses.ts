/** The page's own origin. A scheme of ours rather than files: it has an origin, so that a policy can name it. */
export const SCHEME = 'studio';
export const ORIGIN = `${SCHEME}://app`;

export function isOurs(url: string | undefined): boolean {
  return url !== undefined && (url === ORIGIN || url.startsWith(`${ORIGIN}/`));
}
