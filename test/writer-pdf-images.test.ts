import { describe, expect, it } from "vitest";
import { ImageDataError } from "../src/writers/pdf/errors.js";
import { UnreadableImageError, writePdf } from "../src/writers/pdf/index.js";
import { isPng, readPng } from "../src/writers/pdf/png.js";
import { decodePng } from "../src/writers/pdf/png-pixels.js";
import { OPTIONS, page, paragraph, place, styledDocument, text } from "./writer-pdf.builder.js";
import { makePng, type PngSpec, signaturePng } from "./writer-pdf.png.js";
import { type PdfDict, PdfFile, readMarks } from "./writer-pdf.reader.js";

async function withImages(...images: Uint8Array[]): Promise<PdfFile> {
  const blocks = images.map((data, index) =>
    place(
      paragraph([{ kind: "image", data, width: 72, height: 36, alt: `ảnh ${index}` }, text("chữ")]),
      100 + 100 * index,
    ),
  );
  return new PdfFile(await writePdf([page(blocks)], styledDocument(), OPTIONS));
}

function imageObjects(file: PdfFile): PdfDict[] {
  const objects = file.dict(file.dict(file.pages[0]?.dict.Resources).XObject ?? {});
  return Object.values(objects).map((object) => file.dict(object));
}

const decode = (spec: PngSpec) => decodePng(readPng(makePng(spec)));

describe("PNG files", () => {
  it("takes off all five filters", () => {
    const rows = [
      [0, 10, 20, 30, 40],
      [1, 10, 10, 10, 10],
      [2, 1, 1, 1, 1],
      [3, 5, 5, 5, 5],
      [4, 1, 2, 3, 4],
    ];
    // Each by the definition of its filter, from the row above: sub, up, average, Paeth.
    const expected = [10, 20, 30, 40, 10, 20, 30, 40, 11, 21, 31, 41, 10, 20, 30, 40, 11, 22, 33, 44];
    expect([...decode({ width: 4, height: 5, bits: 8, type: 0, rows }).samples]).toEqual(expected);
  });

  it("parts colour from alpha, and keeps the high half of 16 bits", () => {
    const eight = decode({ width: 2, height: 1, bits: 8, type: 6, rows: [[0, 1, 2, 3, 4, 5, 6, 7, 8]] });
    expect([eight.channels, [...eight.samples], [...(eight.alpha ?? [])]]).toEqual([3, [1, 2, 3, 5, 6, 7], [4, 8]]);
    const sixteen = decode({ width: 1, height: 1, bits: 16, type: 4, rows: [[0, 0x80, 0x80, 0xff, 0xff]] });
    expect([sixteen.channels, [...sixteen.samples], [...(sixteen.alpha ?? [])]]).toEqual([1, [128], [255]]);
  });

  it("writes out a palette of two bits with its transparent entries", () => {
    const palette = [0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255];
    const pixels = decode({
      width: 4,
      height: 1,
      bits: 2,
      type: 3,
      rows: [[0, 0b00011011]],
      palette,
      transparency: [0, 128],
    });
    expect(pixels.channels).toBe(3);
    expect([...pixels.samples]).toEqual(palette);
    expect([...(pixels.alpha ?? [])]).toEqual([0, 128, 255, 255]);
  });

  it("makes one colour transparent", () => {
    const gray = decode({ width: 8, height: 1, bits: 1, type: 0, rows: [[0, 0b10110000]], transparency: [0, 1] });
    expect([...gray.samples]).toEqual([255, 0, 255, 255, 0, 0, 0, 0]);
    expect([...(gray.alpha ?? [])]).toEqual([0, 255, 0, 0, 255, 255, 255, 255]);
    const colour = decode({
      width: 2,
      height: 1,
      bits: 8,
      type: 2,
      rows: [[0, 9, 8, 7, 9, 8, 6]],
      transparency: [0, 9, 0, 8, 0, 7],
    });
    expect([...(colour.alpha ?? [])]).toEqual([0, 255]);
  });

  it("puts the seven passes of an interlaced image together", () => {
    const value = (x: number, y: number): number => 10 * y + x;
    const passes: [number, number, number, number][] = [
      [0, 0, 8, 8],
      [4, 0, 8, 8],
      [0, 4, 4, 8],
      [2, 0, 4, 4],
      [0, 2, 2, 4],
      [1, 0, 2, 2],
      [0, 1, 1, 2],
    ];
    const [width, height] = [5, 6];
    const rows = passes.flatMap(([x0, y0, dx, dy]) => {
      const lines: number[][] = [];
      for (let y = y0; y < height; y += dy) {
        const line = [];
        for (let x = x0; x < width; x += dx) line.push(value(x, y));
        if (line.length > 0) lines.push([0, ...line]);
      }
      return lines;
    });
    const pixels = decode({ width, height, bits: 8, type: 0, rows, interlaced: true });
    expect([...pixels.samples]).toEqual(
      Array.from({ length: 30 }, (_, index) => value(index % 5, Math.floor(index / 5))),
    );
  });

  it.each<[string, Uint8Array]>([
    ["cut off", signaturePng().slice(0, 60)],
    ["without rows", makePng({ width: 2, height: 2, bits: 8, type: 0, rows: [[0, 1, 2]] })],
    ["with too many rows", makePng({ width: 2, height: 1, bits: 8, type: 0, rows: Array(9).fill([0, 1, 2]) })],
    ["of a colour type that is none", makePng({ width: 1, height: 1, bits: 8, type: 5, rows: [[0, 1]] })],
    ["of bits that its type does not have", makePng({ width: 1, height: 1, bits: 4, type: 2, rows: [[0, 1]] })],
    ["without its palette", makePng({ width: 1, height: 1, bits: 8, type: 3, rows: [[0, 0]] })],
    ["larger than any page", makePng({ width: 60000, height: 60000, bits: 8, type: 6, rows: [] })],
    ["with a broken stream", Buffer.from(makePng({ width: 9, height: 9, bits: 8, type: 0, rows: [] })).fill(7, 41, 46)],
  ])("refuses a file %s", (_, data) => {
    expect(isPng(data)).toBe(true);
    expect(() => readPng(data)).toThrow(ImageDataError);
  });

  it("refuses a filter that does not exist", () => {
    const data = makePng({ width: 1, height: 1, bits: 8, type: 4, rows: [[9, 1, 1]] });
    expect(() => decodePng(readPng(data))).toThrow(ImageDataError);
  });
});

describe("images in a PDF", () => {
  it("draws a signature with its transparency at its place", async () => {
    const file = await withImages(signaturePng());
    const [image] = imageObjects(file);
    expect(image).toMatchObject({ Width: 60, Height: 20, ColorSpace: "/DeviceRGB", BitsPerComponent: 8 });
    expect(file.dict(image?.SMask)).toMatchObject({ ColorSpace: "/DeviceGray", Width: 60, Height: 20 });
    expect(file.stream(image?.SMask)).toHaveLength(60 * 20);
    const mark = readMarks(file, file.pages[0]?.dict ?? {}).find(({ kind }) => kind === "image");
    expect(mark).toMatchObject({ x: 115, y: 841.9 - 100 - 36 });
  });

  it("leaves opaque pixels as they are compressed in the file", async () => {
    const file = await withImages(makePng({ width: 2, height: 1, bits: 8, type: 2, rows: [[0, 1, 2, 3, 4, 5, 6]] }));
    const [image] = imageObjects(file);
    expect(image?.SMask).toBeUndefined();
    expect(image?.DecodeParms).toEqual({ Predictor: 15, Colors: 3, BitsPerComponent: 8, Columns: 2 });
  });

  it("keeps the palette of an opaque image", async () => {
    const spec = { width: 2, height: 1, bits: 1, type: 3, rows: [[0, 0b01000000]], palette: [1, 2, 3, 4, 5, 6] };
    const [image] = imageObjects(await withImages(makePng(spec)));
    expect(image?.ColorSpace).toMatchObject(["/Indexed", "/DeviceRGB", 1, { bytes: Buffer.from([1, 2, 3, 4, 5, 6]) }]);
  });

  it("embeds a file that is shown twice once", async () => {
    const data = signaturePng();
    expect(imageObjects(await withImages(data, data))).toHaveLength(1);
    expect(imageObjects(await withImages(data, signaturePng()))).toHaveLength(2);
  });

  it("embeds a JPEG as it is", async () => {
    const [image] = imageObjects(await withImages(jpeg(3)));
    expect(image).toMatchObject({ Filter: "/DCTDecode", ColorSpace: "/DeviceRGB", Width: 16, Height: 8 });
  });

  it.each<[string, Uint8Array, RegExp]>([
    ["a JPEG in printing colours", jpeg(4), /RGB/],
    ["a JPEG without a frame", Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), /hỏng/],
    ["a broken PNG", signaturePng().slice(0, 50), /cụt|hỏng/],
    ["another format", new TextEncoder().encode("GIF89a"), /PNG hoặc JPEG/],
    ["nothing", new Uint8Array(0), /PNG hoặc JPEG/],
  ])("refuses %s, with the image's own name", async (_, data, reason) => {
    const error = await withImages(data).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnreadableImageError);
    expect(error).toMatchObject({ alt: "ảnh 0", reason: expect.stringMatching(reason) });
  });
});

/** The frame of a JPEG file of 16 by 8 pixels: what the writer reads of it. */
function jpeg(components: number): Uint8Array {
  const frame = [
    8,
    0,
    8,
    0,
    16,
    components,
    ...Array.from({ length: components }, (_, id) => [id + 1, 0x11, 0]).flat(),
  ];
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, frame.length + 2, ...frame, 0xff, 0xd9]);
}
