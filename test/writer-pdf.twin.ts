/** Builds the sample in a process of its own and prints the hash of its bytes; for the test of equal bytes. */
import { createHash } from "node:crypto";
import { writePdf } from "../src/writers/pdf/index.js";
import { OPTIONS, styledDocument } from "./writer-pdf.builder.js";
import { samplePages } from "./writer-pdf.sample.js";

const [, , fault] = process.argv;
if (fault === "other-clock") {
  const RealDate = Date;
  const shifted = class extends RealDate {
    constructor(...values: [] | [number | string]) {
      if (values.length === 0) super(RealDate.UTC(2041, 6, 1) + Math.random() * 1e9);
      else super(values[0]);
    }
    static override [Symbol.hasInstance](value: unknown): boolean {
      return value instanceof RealDate;
    }
    static override now(): number {
      return RealDate.UTC(2041, 6, 1);
    }
  };
  globalThis.Date = shifted as DateConstructor;
  Math.random = () => 0.123456789;
}
const source = { name: "nguồn.md", data: new TextEncoder().encode("# nguồn"), mimeType: "text/markdown" };
const pdf = await writePdf(samplePages(), styledDocument(), { ...OPTIONS, source });
process.stdout.write(createHash("sha256").update(pdf).digest("hex"));
