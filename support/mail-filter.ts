/**
 * Opens links as a mail filter does before anybody reads the mail: HEAD, then GET, without cookies, outside of any
 * browser. What the portal answers is not judged here.
 */
export async function previewLinks(links: readonly string[], answerMs: number): Promise<void> {
  for (const link of links) {
    for (const method of ['HEAD', 'GET']) {
      const response = await fetch(link, { method, signal: AbortSignal.timeout(answerMs) });
      await response.arrayBuffer();
    }
  }
}
