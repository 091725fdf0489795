/** PDFs that are made to break, to fill the memory or to keep their reader busy. */
import { constants, deflateRawSync } from "node:zlib";

type Body = string | { readonly dictionary: string; readonly stream: Uint8Array };

/** Writes objects as a PDF with a table of their places. @param trailer entries beside Size and Root */
export function pdfOfObjects(objects: readonly Body[], trailer = ""): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const write = (piece: string | Uint8Array): void => {
    const bytes = typeof piece === "string" ? Buffer.from(piece, "latin1") : piece;
    pieces.push(bytes);
    length += bytes.length;
  };
  write("%PDF-1.7\n");
  const places = objects.map((body, index) => {
    const place = length;
    write(`${index + 1} 0 obj\n`);
    if (typeof body === "string") write(body);
    else {
      write(`<< ${body.dictionary} /Length ${body.stream.length} >>\nstream\n`);
      write(body.stream);
      write("\nendstream");
    }
    write("\nendobj\n");
    return place;
  });
  const start = length;
  write(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const place of places) write(`${String(place).padStart(10, "0")} 00000 n \n`);
  write(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`);
  return Uint8Array.from(Buffer.concat(pieces));
}

const FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>";
const CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>";
const pages = (kids: string, count: number) => `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`;
const page = (more = "", box = "0 0 595 842") =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> ${more} >> >>`;
const content = (text: string): Body => ({ dictionary: "", stream: Buffer.from(text, "latin1") });
const WORDS = "BT /F 14 Tf 72 700 Td (So 12 ngay 5 thang 6) Tj ET";

/** A page of words: what all others are made from. */
export const PLAIN = pdfOfObjects([CATALOGUE, pages("3 0 R", 1), page(), content(WORDS), FONT]);

/** A stream of blanks before its words, packed. */
function bomb(megabytes: number): Body {
  // blocks that end on whole bytes can be repeated; the sum at the end, which nobody waits for, is wrong
  const blanks = deflateRawSync(Buffer.alloc(1024 * 1024, 0x20), { finishFlush: constants.Z_FULL_FLUSH });
  const head = Buffer.from([0x78, 0x9c]);
  const pieces = [head, ...Array.from({ length: megabytes }, () => blanks), deflateRawSync(WORDS), Buffer.alloc(4)];
  return { dictionary: "/Filter /FlateDecode", stream: Uint8Array.from(Buffer.concat(pieces)) };
}

export const HOSTILE: Readonly<Record<string, () => Uint8Array>> = {
  "cut after its head": () => PLAIN.slice(0, 60),
  "cut before its table": () => PLAIN.slice(0, PLAIN.length - 200),
  "pages that are their own child": () => pdfOfObjects([CATALOGUE, pages("2 0 R", 1), page(), content(WORDS), FONT]),
  "pages in a circle": () =>
    pdfOfObjects([CATALOGUE, pages("6 0 R", 1), page(), content(WORDS), FONT, pages("2 0 R", 1)]),
  "a million pages that are not there": () =>
    pdfOfObjects([CATALOGUE, pages("3 0 R", 1_000_000), page(), content(WORDS), FONT]),
  "a form that draws itself": () =>
    pdfOfObjects([
      CATALOGUE,
      pages("3 0 R", 1),
      page("/XObject << /X 6 0 R >>"),
      content(`${WORDS} /X Do`),
      FONT,
      {
        dictionary:
          "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R /Y 6 0 R >> >>",
        stream: Buffer.from("/X Do /Y Do"),
      },
    ]),
  "forms that draw each other, doubling": () =>
    pdfOfObjects([
      CATALOGUE,
      pages("3 0 R", 1),
      page("/XObject << /X 6 0 R >>"),
      content(`${WORDS} /X Do`),
      FONT,
      ...Array.from({ length: 40 }, (_, index) => ({
        dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${Math.min(45, index + 7)} 0 R >> >>`,
        stream: Buffer.from("/X Do ".repeat(10)),
      })),
    ]),
  "a table that goes back to itself": () => {
    const text = Buffer.from(PLAIN).toString("latin1");
    const start = /startxref\n(\d+)/u.exec(text)?.[1] ?? "0";
    return Uint8Array.from(Buffer.from(text.replace("/Root", `/Prev ${start} /Root`), "latin1"));
  },
  "a length that is itself": () => {
    const text = Buffer.from(PLAIN).toString("latin1");
    return Uint8Array.from(Buffer.from(text.replace(/\/Length \d+/u, "/Length 4 0 R"), "latin1"));
  },
  "a stream that unpacks to gigabytes": () => pdfOfObjects([CATALOGUE, pages("3 0 R", 1), page(), bomb(1_500), FONT]),
  "a page as large as a field": () =>
    pdfOfObjects([CATALOGUE, pages("3 0 R", 1), page("", "0 0 200000 200000"), content(WORDS), FONT]),
  "a password": () =>
    pdfOfObjects(
      [
        CATALOGUE,
        pages("3 0 R", 1),
        page(),
        content(WORDS),
        FONT,
        `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> >>`,
      ],
      `/Encrypt 6 0 R /ID [<${"01".repeat(16)}> <${"01".repeat(16)}>]`,
    ),
  "no letter at all": () => pdfOfObjects([CATALOGUE, pages("3 0 R", 1), page(), content("0 0 10 10 re f"), FONT]),
};
