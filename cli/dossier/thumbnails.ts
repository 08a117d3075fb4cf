import { withBrowserPage } from './browser-page.ts';

/** Pixels: what a page shows of a picture; what is taller keeps its top, where titles and errors are. */
const WIDTH = 320;
const HEIGHT = 240;

/** From 0 to 1: at this quality the labels of a form are still legible, and a picture weighs 5 to 12 kB. */
const QUALITY = 0.6;

/**
 * Returns a small JPEG of each picture, as a data URI, in the same order; a picture that can't be read gives
 * `undefined`. One page of one browser draws them all: on two threads shared by eighteen processes it took 1.8 s to
 * start, then 0.1 s a picture.
 * @throws HarnessSetupError when there is no browser
 */
export async function thumbnailsOf(pictures: readonly Uint8Array[]): Promise<(string | undefined)[]> {
  if (pictures.length === 0) return [];
  return withBrowserPage(async (page) => {
    const thumbnails: (string | undefined)[] = [];
    for (const picture of pictures) {
      const base64 = Buffer.from(picture).toString('base64');
      thumbnails.push(
        await page.evaluate(reduced, { base64, width: WIDTH, height: HEIGHT, quality: QUALITY }),
      );
    }
    return thumbnails;
  });
}

/** Runs in the page. */
async function reduced(asked: {
  base64: string;
  width: number;
  height: number;
  quality: number;
}): Promise<string | undefined> {
  const { base64, width, height, quality } = asked;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes])).catch(() => undefined);
  if (picture === undefined) return undefined;
  const scale = Math.min(1, width / picture.width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.min(height, Math.round(picture.height * scale)));
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  context.imageSmoothingQuality = 'high';
  // A transparent picture would be black once a JPEG.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, Math.round(picture.height * scale));
  return canvas.toDataURL('image/jpeg', quality);
}
