import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withBrowserPage } from './browser-page.ts';
import { thumbnailsOf } from './thumbnails.ts';

/** The picture of a page of this size, red at its top and blue below. */
function picture(width: number, height: number): Promise<Buffer> {
  return withBrowserPage(async (page) => {
    await page.setViewportSize({ width, height });
    await page.setContent(
      '<body style="margin:0;background:#00f"><div style="height:80px;background:#f00"></div></body>',
    );
    return page.screenshot();
  });
}

/** What a page would show of it: its size, and the colour near its top and at its foot. */
function shown(thumbnail: string) {
  return withBrowserPage((page) =>
    page.evaluate(async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const at = (y: number) =>
        [...(context?.getImageData(5, y, 1, 1).data ?? [])].map((v) => (v > 127 ? 1 : 0));
      return { size: [image.width, image.height], top: at(5), foot: at(image.height - 5) };
    }, thumbnail),
  );
}

describe('a thumbnail', () => {
  it('is a small JPEG of the top of a picture, in the order given; none of what is no picture', async () => {
    const [tall, nothing, small] = await thumbnailsOf([
      await picture(1280, 3000),
      Buffer.from('<script>'),
      await picture(200, 100),
    ]);
    assert.match(tall ?? '', /^data:image\/jpeg;base64,/);
    assert.deepEqual(await shown(tall ?? ''), { size: [320, 240], top: [1, 0, 0, 1], foot: [0, 0, 1, 1] });
    assert.equal(nothing, undefined);
    assert.deepEqual((await shown(small ?? '')).size, [200, 100]);
  });

  it('asks for no browser when there is no picture', async () => {
    assert.deepEqual(await thumbnailsOf([]), []);
  });
});
