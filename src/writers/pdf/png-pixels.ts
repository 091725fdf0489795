/** Decoding the pixels of PNG files: filters, palettes, transparent colours and interlacing. */
import { ImageDataError } from "./errors.js";
import { type PngImage, passesOf } from "./png.js";
import { unfilter } from "./png-filter.js";

/** Pixels of 8 bits a sample. */
export interface Pixels {
  readonly channels: 1 | 3;
  readonly samples: Uint8Array;
  readonly alpha?: Uint8Array;
}

/** One sample of an unfiltered row, in `bits` bits. */
function sampleAt(row: Uint8Array, index: number, bits: number): number {
  if (bits === 8) return row[index] ?? 0;
  if (bits === 16) return ((row[index * 2] ?? 0) << 8) | (row[index * 2 + 1] ?? 0);
  const shift = 8 - bits - ((index * bits) & 7);
  return ((row[(index * bits) >> 3] ?? 0) >> shift) & ((1 << bits) - 1);
}

/**
 * Decodes all pixels, with their colours written out, to 8 bits a sample.
 *
 * @throws ImageDataError when a row cannot be decoded
 */
export function decodePng(png: PngImage): Pixels {
  const { width, height, bits, hasAlpha, palette, transparency, transparent } = png;
  const stored = png.channels + (hasAlpha ? 1 : 0);
  const channels = palette === undefined ? png.channels : 3;
  const samples = new Uint8Array(width * height * channels);
  const alpha = transparent ? new Uint8Array(width * height).fill(255) : undefined;
  const scale = 255 / (2 ** bits - 1);
  const key = palette === undefined && transparency !== undefined ? keySamples(transparency, png.channels) : undefined;
  const values = new Array<number>(stored).fill(0);
  let at = 0;
  for (const pass of passesOf(width, height, png.interlaced)) {
    const bytes = Math.ceil((pass.columns * stored * bits) / 8);
    const rows = unfilter(png.rows.subarray(at, at + pass.rows * (1 + bytes)), bytes, Math.ceil((stored * bits) / 8));
    if (rows === undefined) throw new ImageDataError("dữ liệu ảnh PNG hỏng");
    at += pass.rows * (1 + bytes);
    for (let y = 0; y < pass.rows; y++) {
      const row = rows.subarray(y * bytes, (y + 1) * bytes);
      for (let x = 0; x < pass.columns; x++) {
        const pixel = (pass.y + y * pass.stepY) * width + pass.x + x * pass.stepX;
        for (let sample = 0; sample < stored; sample++) values[sample] = sampleAt(row, x * stored + sample, bits);
        if (palette !== undefined) {
          const entry = values[0] ?? 0;
          samples.set(palette.subarray(entry * 3, entry * 3 + 3), pixel * 3);
          if (alpha !== undefined) alpha[pixel] = transparency?.[entry] ?? 255;
          continue;
        }
        for (let channel = 0; channel < channels; channel++) {
          samples[pixel * channels + channel] = Math.round((values[channel] ?? 0) * scale);
        }
        if (alpha === undefined) continue;
        if (hasAlpha) alpha[pixel] = Math.round((values[channels] ?? 0) * scale);
        else if (key?.every((value, channel) => value === values[channel])) alpha[pixel] = 0;
      }
    }
  }
  return { channels, samples, ...(alpha === undefined ? {} : { alpha }) };
}

/** The colour that stands for transparent, as samples. */
function keySamples(transparency: Uint8Array, channels: number): number[] {
  return Array.from({ length: channels }, (_, channel) => sampleAt(transparency, channel, 16));
}
