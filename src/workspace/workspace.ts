import type { Family, NormId, Presentation } from "../model/document.js";
import { findType } from "../norms/types.js";
import { periodKindOf } from "../periods/declaration.js";
import type { PeriodKind } from "../periods/period.js";
import { type Day, readDay } from "./day.js";
import { readMeasure, readSpan, type WorkspaceFile } from "./schema.js";

/** A time for which numbers run on: a term of a committee, or a congress. */
export interface Period {
  /** Name in the register; it must not change while the period lasts. */
  readonly name: string;
  readonly from: Day;
  readonly until?: Day;
}

/** Who signs by default: lines as printed, and the name. */
export interface Signer {
  readonly lines: readonly string[];
  readonly name?: string;
}

/** What an office says of itself in `vanthu.yaml`. Whatever it leaves open is absent. */
export interface Workspace {
  /** Folder of vanthu.yaml, absolute. */
  readonly root: string;
  readonly family: Family;
  readonly norm?: NormId;
  readonly superior?: readonly string[];
  readonly name?: readonly string[];
  readonly bodyCode?: string;
  /** Code of the office among the units of the one that it reports to itself. */
  readonly unitCode?: string;
  readonly place?: string;
  readonly author?: string;
  readonly archive?: string;
  /** How the office places the tone mark. */
  readonly tone?: "uỷ" | "ủy";
  readonly signer?: Signer;
  /** Type codes of the office's own, by slug of the type. */
  readonly typeCodes: { readonly [slug: string]: string };
  readonly term?: Period;
  readonly congress?: Period & { readonly bodyCode: string };
  readonly series: {
    /** Party: Quyết định and Quy định, both QĐ, count apart or together. */
    readonly decisions: "separate" | "shared";
    /** State: one series a year, or one for each type. */
    readonly state: "one" | "perType";
  };
  readonly presentation?: Presentation;
  /** Rules of the checker that the office switched off or lowered, by id. */
  readonly rules?: { readonly off: readonly string[]; readonly lowered: readonly string[] };
  /** Where units send their reports, as in a sentence. */
  readonly reportsTo?: string;
  /** Years of the plan whose targets are reported on. */
  readonly plan?: { readonly first: number; readonly last: number };
  /** Kinds of reporting period that the office declares, beside or instead of the usual ones. */
  readonly periodKinds?: readonly PeriodKind[];
}

const printedLines = (text: string | undefined): readonly string[] | undefined =>
  text
    ?.split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Drops what is undefined, so that an absent property is absent. */
function present<T extends object>(properties: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** As in a draft: the name stands after a blank line, or is the last line when that is not in capitals. */
function readSigner(text: string): Signer {
  const [above = "", ...below] = text.trim().split(/\n\s*\n/u);
  const lines = printedLines(above) ?? [];
  const name = printedLines(below.join("\n"))?.join(" ");
  if (name) return { lines, name };
  const last = lines.at(-1);
  if (lines.length > 1 && last !== undefined && last !== last.toUpperCase())
    return { lines: lines.slice(0, -1), name: last };
  return { lines };
}

/** Terms of party committees run five years; the name does not depend on the last day, which is known late. */
const TERM_YEARS = 5;

function readPeriod(
  declared: { tên?: string | undefined; từ: string; đến?: string | undefined },
  nameOf: (from: Day) => string,
): Period | undefined {
  const from = readDay(declared.từ);
  const until = declared.đến === undefined ? undefined : readDay(declared.đến);
  if (from === undefined) return undefined;
  return { name: declared.tên ?? nameOf(from), from, ...(until === undefined ? {} : { until }) };
}

function readPresentation(declared: NonNullable<WorkspaceFile["trình bày"]>): Presentation {
  const measure = (text: string | undefined) => (text === undefined ? undefined : readMeasure(text));
  return present({
    size: measure(declared["cỡ chữ"]),
    lineSpacing: measure(declared["giãn dòng"]),
    paragraphSpacing: measure(declared["cách đoạn"]),
    firstIndent: measure(declared["thụt đầu dòng"]),
    duplex: declared["hai mặt"] === "có" ? (true as const) : undefined,
    noteMark:
      declared["dấu chú thích"] && (declared["dấu chú thích"] === "1" ? ("plain" as const) : ("bracketed" as const)),
  }) as Presentation;
}

/** Slug of a type by its name in either family; the names are checked by the schema. */
const slugOf = (name: string): string => (findType(name, "party") ?? findType(name, "state"))?.slug ?? name;

/**
 * What a checked `vanthu.yaml` means.
 *
 * @param root folder of the file, absolute
 */
export function workspaceOf(file: WorkspaceFile, root: string): Workspace {
  const term = file["nhiệm kỳ"] && readPeriod(file["nhiệm kỳ"], ({ year }) => `${year}-${year + TERM_YEARS}`);
  const congress = file["đại hội"] && readPeriod(file["đại hội"], ({ year }) => `Đại hội ${year}`);
  return {
    root,
    family: file["hệ thống"] === "Nhà nước" ? "state" : "party",
    typeCodes: Object.fromEntries(Object.entries(file["mã loại"] ?? {}).map(([name, code]) => [slugOf(name), code])),
    series: {
      decisions: file["dãy số"]?.["quyết định và quy định"] === "chung" ? "shared" : "separate",
      state: file["dãy số"]?.["nhà nước"] === "một dãy" ? "one" : "perType",
    },
    ...present({
      norm: file.chuẩn,
      superior: printedLines(file["cơ quan cấp trên"]),
      name: printedLines(file["cơ quan ban hành"]),
      bodyCode: file["mã cơ quan"],
      unitCode: file["mã đơn vị"],
      place: file["địa danh"],
      author: file["tác giả"],
      archive: file.lưu,
      tone: file["dấu thanh"],
      signer: file.ký === undefined ? undefined : readSigner(file.ký),
      term,
      congress: congress && { ...congress, bodyCode: file["đại hội"]?.mã ?? "ĐH" },
      rules: file["kiểm tra"] && { off: file["kiểm tra"].tắt ?? [], lowered: file["kiểm tra"].hạ ?? [] },
      reportsTo: file["gửi báo cáo về"],
      plan: file["giai đoạn"] === undefined ? undefined : readSpan(file["giai đoạn"]),
      periodKinds: file["kỳ báo cáo"]?.map(periodKindOf),
      presentation: file["trình bày"] && readPresentation(file["trình bày"]),
    }),
  };
}
