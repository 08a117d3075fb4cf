import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { isThumbnailOf, thumbnailOf } from './thumbnail.ts';

type Colour = readonly [red: number, green: number, blue: number, opacity: number];

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

const RED: Colour = [255, 0, 0, 255];
const BLUE: Colour = [0, 0, 255, 255];

/** A picture of one colour in its first lines, of another below. */
function picture(width: number, height: number, [top, lines, below]: [Colour, number, Colour]): Buffer {
  const png = new PNG({ width, height });
  for (let pixel = 0; pixel < width * height; pixel += 1)
    png.data.set(pixel < width * lines ? top : below, pixel * 4);
  return PNG.sync.write(png);
}

/** A picture of one bit a pixel, which weighs next to nothing. */
function blank(width: number, height: number): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size[8] = 1;
  const lines = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  return Buffer.concat([
    PNG_SIGNATURE,
    chunk('IHDR', size),
    chunk('IDAT', lines),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function read(thumbnail = ''): { size: number[]; top: number[]; foot: number[] } {
  const { width, height, data } = PNG.sync.read(Buffer.from(thumbnail.split(',')[1] ?? '', 'base64'));
  const at = (y: number): number[] => [...data.subarray((y * width + 5) * 4, (y * width + 5) * 4 + 3)];
  return { size: [width, height], top: at(5), foot: at(height - 5) };
}

describe('a thumbnail', () => {
  const tall = picture(1280, 3000, [RED, 80, BLUE]);

  it('is a small PNG of the top of a picture', () => {
    assert.match(thumbnailOf(tall) ?? '', /^data:image\/png;base64,/);
    assert.deepEqual(read(thumbnailOf(tall)), { size: [320, 240], top: [255, 0, 0], foot: [0, 0, 255] });
  });

  it('is as large as a picture that is smaller, and on white where that is transparent', () => {
    const small = picture(200, 100, [[0, 0, 0, 0], 20, BLUE]);
    assert.deepEqual(read(thumbnailOf(small)), { size: [200, 100], top: [255, 255, 255], foot: [0, 0, 255] });
  });

  it('is none of what is no picture', () => {
    assert.equal(thumbnailOf(Buffer.from('<script>')), undefined);
    assert.equal(thumbnailOf(tall.subarray(0, 60)), undefined);
    assert.equal(thumbnailOf(tall.subarray(0, 10)), undefined);
  });

  it('is none of what is immense once unpacked', () => {
    const immense = blank(41_000, 1_000);
    assert.ok(immense.length < 10_000, `${immense.length} bytes`);
    assert.equal(thumbnailOf(immense), undefined);
    assert.notEqual(thumbnailOf(blank(4_100, 1_000)), undefined);
  });

  it('is known for that of its picture, however it was packed, and for that of no other', () => {
    const thumbnail = thumbnailOf(tall) ?? '';
    const pixels = PNG.sync.read(Buffer.from(thumbnail.split(',')[1] ?? '', 'base64'));
    const otherwise = PNG.sync.write(pixels, { deflateLevel: 1, colorType: 6 }).toString('base64');
    assert.notEqual(thumbnail.split(',')[1], otherwise);
    assert.equal(isThumbnailOf(thumbnail, tall), true);
    assert.equal(isThumbnailOf(`data:image/png;base64,${otherwise}`, tall), true);
    assert.equal(isThumbnailOf(thumbnail, picture(1280, 3000, [RED, 84, BLUE])), false);
    assert.equal(isThumbnailOf(thumbnail, picture(1280, 2000, [RED, 80, RED])), false);
    assert.equal(isThumbnailOf('data:image/jpeg;base64,/9j/', tall), false);
  });

  it('is not known for one when it holds more than its pixels, which a browser would play', () => {
    const png = Buffer.from((thumbnailOf(tall) ?? '').split(',')[1] ?? '', 'base64');
    const end = png.length - 12;
    const more = (...pieces: Buffer[]): string =>
      `data:image/png;base64,${Buffer.concat(pieces).toString('base64')}`;
    const animated = more(
      png.subarray(0, end),
      chunk('acTL', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0])),
      png.subarray(end),
    );
    assert.equal(isThumbnailOf(more(png), tall), true);
    assert.equal(isThumbnailOf(animated, tall), false);
    assert.equal(isThumbnailOf(more(png, Buffer.from('suite')), tall), false);
  });
});
