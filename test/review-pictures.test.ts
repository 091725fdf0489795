/** What looks different where the words are equal: pixels of painted pages. */
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import type { Document } from "../src/model/document.js";
import { render } from "../src/render.js";
import { PDF_LIMITS } from "../src/review/pdf/content.js";
import { extractPdf } from "../src/review/pdf/extract.js";
import { comparePictures } from "../src/review/pictures/compare-pictures.js";
import type { PaintableVersion } from "../src/review/pictures/paintable.js";
import { findSpots, type Raster } from "../src/review/pictures/spots.js";
import { FONTS } from "./fixture-documents.js";
import { BODY, documentOf, pdfOf } from "./review.sample.js";

async function version(pdf: Uint8Array): Promise<PaintableVersion> {
  const content = await extractPdf(pdf, PDF_LIMITS);
  if (typeof content === "string") throw new Error(content);
  return { pdf, content };
}

async function differences(old: Uint8Array, neu: Uint8Array) {
  const found = await comparePictures(await version(old), await version(neu));
  if (typeof found === "string") throw new Error(found);
  return found;
}

/** A signature in blue ink, and the same crossed out. */
function signature(crossed: boolean, thickness = 6): Uint8Array {
  const picture = new PNG({ width: 300, height: 150 });
  picture.data.fill(0);
  for (let x = 20; x < 280; x++) {
    const heights = [75 + Math.round(40 * Math.sin(x / 12)), ...(crossed ? [x >> 1] : [])];
    for (const y of heights) {
      for (let thick = 0; thick < thickness; thick++) picture.data.set([30, 60, 160, 255], 4 * ((y + thick) * 300 + x));
    }
  }
  return Uint8Array.from(PNG.sync.write(picture));
}

async function signed(image: Uint8Array | undefined, body = BODY): Promise<Uint8Array> {
  const document = await documentOf(body);
  const signatures = document.signatures?.map((one) => (image === undefined ? one : { ...one, image: "ky.png" }));
  const whole: Document = signatures === undefined ? document : { ...document, signatures };
  const { files, findings } = await render(
    { document: whole },
    { formats: ["pdf"], fonts: FONTS, readAttachment: async () => image },
  );
  const [file] = files;
  if (file === undefined) throw new Error(findings.map(({ found }) => found).join("; "));
  return file.bytes;
}

describe("pictures of pages", () => {
  it("show the same when the file is another and the pages are not", async () => {
    expect(await differences(await signed(signature(false)), await signed(signature(false)))).toEqual([]);
    const moved = await pdfOf({ document: await documentOf(BODY, { paragraphSpacing: 9 }) });
    expect(await differences(await pdfOf({ document: await documentOf() }), moved)).toEqual([]);
  });

  it("show another signature, once, with both cut out", async () => {
    const found = await differences(await signed(signature(false)), await signed(signature(true)));
    expect(found.map(({ change }) => [change.kind, change.group, change.new?.page])).toEqual([["picture", "looks", 2]]);
    expect(found[0]?.cuttings).toHaveLength(1);
    const [old, neu] = (found[0]?.cuttings[0] ?? []).map(({ png }) => PNG.sync.read(Buffer.from(png)));
    expect([old?.width, old?.height]).toEqual([neu?.width, neu?.height]);
    const blue = ({ data }: PNG): number =>
      data.filter((_, at) => at % 4 === 2 && (data[at] ?? 0) > 120 && (data[at - 2] ?? 0) < 120).length;
    expect(old !== undefined && neu !== undefined && blue(neu) > blue(old) * 1.3).toBe(true);
  });

  it("say nothing of what was written otherwise", async () => {
    const reworded = BODY.replace("214 doanh nghiệp", "241 doanh nghiệp").replace("| 61 | 14 |", "| 67 | 14 |");
    expect(await differences(await signed(undefined), await signed(undefined, reworded))).toEqual([]);
  });

  const TABLE = BODY.slice(BODY.indexOf("| TT"), BODY.indexOf("# III-"));
  interface KnockOn {
    readonly name: string;
    readonly change: (body: string) => string;
    readonly begin?: (body: string) => string;
  }
  const KNOCK_ON: readonly KnockOn[] = [
    {
      name: "a figure that stands in the next column too",
      begin: (body) => body.replace("| 55 | 9 | 0 |", "| 55 | 53 | 53 |"),
      change: (body) => body.replace("| 55 | 9 | 0 |", "| 55 | 56 | 53 |"),
    },
    {
      name: "a head that makes its column wider",
      change: (body) => body.replace("| Chi bộ mới |", "| Chi bộ mới thành lập trong kỳ |"),
    },
    {
      name: "a head of two lines",
      change: (body) =>
        body.replace("| Khu phố |", "| Khu phố, trong đó có cả các tổ dân phố chưa có chi bộ riêng mà đang ghép |"),
    },
    {
      name: "a table put in",
      change: (body) =>
        body.replace("# III-", `Bảng sau chép lại:\n\n${TABLE.replaceAll("Khu phố", "Tổ dân phố")}# III-`),
    },
    {
      name: "a row put in",
      change: (body) =>
        body.replace("| 3 | Khu phố Lạc Viên", "| 3 | Khu phố Đồng Vọng | 33 | 5 | 0 |\n| 4 | Khu phố Lạc Viên"),
    },
    {
      name: "a paragraph put in",
      change: (body) => body.replace("# III-", "Các khu phố còn lại chưa có doanh nghiệp nào đủ điều kiện.\n\n# III-"),
    },
    { name: "a paragraph taken out", change: (body) => body.replace(/^5\. Công đoàn.*\n\n/mu, "") },
  ];
  it.each(KNOCK_ON)("say nothing of borders and words that shift with $name", async ({ change, begin }) => {
    const old = begin?.(BODY) ?? BODY;
    expect(change(BODY)).not.toBe(BODY);
    expect(await differences(await signed(undefined, old), await signed(undefined, change(BODY)))).toEqual([]);
  });

  it("find a stroke as thin as a hair, and a digit that is no part of the words", async () => {
    expect(await differences(await signed(undefined), await signed(signature(false, 1)))).toHaveLength(1);
    const [old, neu] = [
      await signed(undefined),
      await signed(undefined, BODY.replace("| 2 | Khu phố Cầu", "| 9 | Khu phố Cầu")),
    ];
    const found = await comparePictures(await version(old), await version(neu), "wholePages");
    expect(found).toMatchObject([
      { change: { kind: "picture", new: { page: 2 }, newText: "Khu phố Cầu Ngói", blocks: 1 } },
    ]);
  });

  it("find a signature although words before it changed", async () => {
    const reworded = BODY.replace("214 doanh nghiệp", "241 doanh nghiệp");
    const found = await differences(await signed(signature(false)), await signed(signature(true), reworded));
    expect(found.map(({ change }) => change.new?.page)).toEqual([2]);
  });
});

/** White, with black where it is said. */
function raster(isBlack: (x: number, y: number) => boolean, size = 60): Raster {
  const data = new Uint8Array(4 * size * size).fill(255);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) if (isBlack(x, y)) data.set([0, 0, 0], 4 * (y * size + x));
  }
  return { data, width: size, height: size };
}

describe("spots", () => {
  const rule = (at: number) => raster((x, y) => y === at && x > 5 && x < 50);

  it("are none between two printers' ways to draw one line", () => {
    expect(findSpots(rule(20), rule(20))).toEqual([]);
    expect(findSpots(rule(20), rule(21))).toEqual([]);
    expect(findSpots(rule(20), rule(22))).toEqual([]);
  });

  it("are where a line was put elsewhere, taken out or added", () => {
    expect(findSpots(rule(20), rule(26)).length).toBeGreaterThan(0);
    const white = raster(() => false);
    expect(findSpots(rule(20), white)).toEqual([{ x1: 6, y1: 20, x2: 50, y2: 21 }]);
    expect(findSpots(white, rule(20))).toEqual([{ x1: 6, y1: 20, x2: 50, y2: 21 }]);
  });

  it("are apart when they lie apart", () => {
    const dots = (...places: readonly number[]) =>
      raster((x, y) => places.some((place) => Math.abs(x - place) < 3 && Math.abs(y - place) < 3));
    expect(findSpots(dots(10, 30, 50), dots(30))).toHaveLength(2);
  });

  it("are where only the colour changed", () => {
    const red = raster(() => false);
    for (let at = 0; at < 400; at += 4) red.data.set([220, 30, 30], at);
    const blue = raster(() => false);
    for (let at = 0; at < 400; at += 4) blue.data.set([30, 30, 220], at);
    expect(findSpots(red, blue).length).toBeGreaterThan(0);
  });
});
