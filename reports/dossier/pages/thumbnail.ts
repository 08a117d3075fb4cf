import { PNG } from 'pngjs';

/** Pixels: what a page shows of a picture; what is taller keeps its top, where titles and errors are. */
const WIDTH = 320;
const HEIGHT = 240;

/** Fifteen steps from black to white: text is as legible, and a picture weighs half. */
const SHADE = 17;

/** A picture in memory: four bytes a pixel, red, green, blue and opacity. */
type Pixels = Pick<PNG, 'width' | 'height' | 'data'>;

/** A page of 1280 pixels would be thirty thousand high. */
const MOST_PIXELS = 40_000_000;

const PNG_SIGNATURE_BYTES = 8;

/** Of a chunk, besides its data: length, type, check. */
const CHUNK_BYTES = 12;

const PNG_PREFIX = 'data:image/png;base64,';

/**
 * Returns a small PNG of a PNG, as a data URI; `undefined` of what is none. The same picture gives the same pixels on
 * any machine, which a browser's own drawing does not: whoever verifies a dossier makes them again. 30 ms for a page of
 * 1280 × 720, 10 to 25 kB.
 */
export function thumbnailOf(picture: Uint8Array): string | undefined {
  const pixels = pixelsOf(picture);
  if (pixels === undefined) return undefined;
  const { width, height, data } = reduced(pixels);
  const png = new PNG({ width, height });
  png.data = data;
  return `${PNG_PREFIX}${PNG.sync.write(png, { colorType: 2, deflateLevel: 9 }).toString('base64')}`;
}

/**
 * Whether a thumbnail shows a picture, and nothing else: the pixels count, for each version of Node may compress them its
 * way; but a browser would animate or colour them by other chunks.
 */
export function isThumbnailOf(thumbnail: string, picture: Uint8Array): boolean {
  const png = Buffer.from(thumbnail.slice(PNG_PREFIX.length), 'base64');
  const [shown, whole] = [pixelsOf(png), pixelsOf(picture)];
  if (shown === undefined || whole === undefined || !isBare(png)) return false;
  const due = reduced(whole);
  return due.width === shown.width && due.height === shown.height && due.data.equals(shown.data);
}

/** Whether a PNG holds its size, its pixels and its end alone. */
function isBare(png: Buffer): boolean {
  let at = PNG_SIGNATURE_BYTES;
  const types: string[] = [];
  for (; at + CHUNK_BYTES <= png.length; at += CHUNK_BYTES + png.readUInt32BE(at))
    types.push(png.toString('latin1', at + 4, at + 8));
  return at === png.length && /^IHDR( IDAT)+ IEND$/.test(types.join(' '));
}

function pixelsOf(picture: Uint8Array): Pixels | undefined {
  const png = Buffer.from(picture);
  try {
    // Its header says its size: whoever verifies a dossier of somebody else's must not be made to unpack gigabytes.
    return png.readUInt32BE(16) * png.readUInt32BE(20) > MOST_PIXELS ? undefined : PNG.sync.read(png);
  } catch {
    return undefined;
  }
}

/** Each pixel is the mean of those that it stands for, on white. */
function reduced({ width: from, height, data }: Pixels): Pixels {
  const scale = Math.max(1, from / WIDTH);
  const width = Math.max(1, Math.round(from / scale));
  const size = { width, height: Math.max(1, Math.min(HEIGHT, Math.round(height / scale))) };
  const small = Buffer.alloc(size.width * size.height * 4, 255);
  for (let y = 0; y < size.height; y += 1) {
    const rows = [
      Math.floor(y * scale),
      Math.min(height, Math.max(Math.floor(y * scale) + 1, Math.floor((y + 1) * scale))),
    ] as const;
    for (let x = 0; x < size.width; x += 1) {
      const columns = [
        Math.floor(x * scale),
        Math.min(from, Math.max(Math.floor(x * scale) + 1, Math.floor((x + 1) * scale))),
      ] as const;
      small.set(mean(data, from, rows, columns), (y * size.width + x) * 4);
    }
  }
  return { ...size, data: small };
}

type Range = readonly [from: number, to: number];

function mean(
  data: Buffer,
  width: number,
  [top, bottom]: Range,
  [left, right]: Range,
): [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = (y * width + x) * 4;
      const opacity = data[at + 3] ?? 255;
      for (const channel of [0, 1, 2] as const)
        sums[channel] += ((data[at + channel] ?? 0) * opacity) / 255 + 255 - opacity;
    }
  }
  const total = (bottom - top) * (right - left);
  return [shade(sums[0] / total), shade(sums[1] / total), shade(sums[2] / total)];
}

function shade(value: number): number {
  return Math.round(value / SHADE) * SHADE;
}
