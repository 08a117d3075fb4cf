import type { Page } from '@playwright/test';
import type { PNG } from 'pngjs';

/** A part of a page, in its pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * How many pixels must change for a person to see it: a thin line under a short word has as many; the caret of a field,
 * which forced colours show in spite of us, has fewer.
 */
const SEEN_PIXELS = 32;

/** How much a colour must change to be seen: a ratio of contrast, as WCAG computes it. */
const SEEN_RATIO = 1.3;

/** A picture of a page, or of a part of it, without what moves by itself. */
export class Picture {
  private readonly png: PNG;
  private readonly box: Box;

  private constructor(png: PNG, box: Box) {
    this.png = png;
    this.box = box;
  }

  /** Takes the picture of a part of the page shown, in the pixels of the page; the screen holds it whole. */
  static async of(page: Page, box: Box): Promise<Picture> {
    const { PNG } = await import('pngjs');
    const body = await page.screenshot({ clip: box, animations: 'disabled', caret: 'hide', scale: 'css' });
    return new Picture(PNG.sync.read(body), box);
  }

  /** Returns whether a person sees a difference between this part and the same part of another picture. */
  differsFrom(other: Picture): boolean {
    let changed = 0;
    for (let y = 0; y < this.png.height; y += 1)
      for (let x = 0; x < this.png.width; x += 1) {
        if (
          !isSeen(this.colour(x, y), other.colour(x + this.box.x - other.box.x, y + this.box.y - other.box.y))
        )
          continue;
        changed += 1;
        if (changed >= SEEN_PIXELS) return true;
      }
    return false;
  }

  private colour(x: number, y: number): readonly number[] | undefined {
    const { width, height, data } = this.png;
    if (x < 0 || y < 0 || x >= width || y >= height) return undefined;
    const at = (y * width + x) * 4;
    return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  }
}

/** Two colours as light as each other may differ by their hue: it is the strongest channel that then tells. */
function isSeen(one: readonly number[] | undefined, other: readonly number[] | undefined): boolean {
  if (one === undefined || other === undefined) return one !== other;
  if (one.every((value, index) => value === other[index])) return false;
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  if ((lighter + 0.05) / (darker + 0.05) >= SEEN_RATIO) return true;
  return one.some((value, index) => Math.abs(value - (other[index] ?? 0)) >= 80);
}

/** Relative luminance, from 0 to 1 (WCAG 2.1). */
function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Returns a box with some pixels around it, kept within the page. */
export function around(
  { x, y, width, height }: Box,
  pixels: number,
  page: Pick<Box, 'width' | 'height'>,
): Box {
  const left = Math.max(0, Math.floor(x - pixels));
  const top = Math.max(0, Math.floor(y - pixels));
  const right = Math.min(page.width, Math.ceil(x + width + pixels));
  const bottom = Math.min(page.height, Math.ceil(y + height + pixels));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
