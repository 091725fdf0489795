import type { Family, NormId } from "../model/document.js";
import type { MarkForm } from "../model/mark.js";
import type { Alignment } from "../model/table.js";

/**
 * How sure a row is (norms sheet): N the norm itself, N-scan page images of it, S a secondary source,
 * I inferred, X measured. Only N and N-scan may make a finding an error.
 */
export type Confidence = "N" | "N-scan" | "S" | "I" | "X";

/** Line spacing: exactly `value` pt, or `value` times the font's own line. */
export type LineSpacing = { readonly rule: "exact" | "auto"; readonly value: number };

/** The formatting of one component. Sizes and spaces in pt, indents in mm. */
export interface Formatting {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly letterCase: "capitals" | "sentence";
  readonly align: Alignment;
  /** First-line indent, mm. */
  readonly firstIndent: number;
  readonly before: number;
  readonly after: number;
  readonly line: LineSpacing;
}

/** Limits of a number, both included; `max` absent means no upper limit. */
export interface Range {
  readonly min: number;
  readonly max?: number;
}

/** What the checker tolerates: a range, or a list of values. A property that is absent is not judged. */
export type Acceptance = {
  readonly [K in keyof Formatting]?: Formatting[K] extends number
    ? Range
    : K extends "line"
      ? readonly { readonly rule: LineSpacing["rule"]; readonly value: Range }[]
      : readonly Formatting[K][];
};

/** Components of a document that the norm gives a look. */
export const COMPONENTS = [
  "nationalTitle", // Party: ĐẢNG CỘNG SẢN VIỆT NAM; State: Quốc hiệu
  "motto", // State: Tiêu ngữ
  "superior",
  "issuer",
  "issuerStar", // Party: *
  "number",
  "placeDate",
  "typeName",
  "subject",
  "letterSubject", // trích yếu of a công văn
  "subjectRule", // Party: -----
  "addresseePhrase", // "Kính gửi:", "Kính trình:"
  "addressee",
  "issuingAuthority", // State: the authority in capitals before the căn cứ
  "legalBasis",
  "operativeWords", // QUYẾT ĐỊNH:
  "body",
  "partMark",
  "partName",
  "sectionMark",
  "sectionName",
  "article",
  "romanHeading",
  "numberHeading",
  "number2Heading",
  "number3Heading",
  "bracketHeading", // (1), (i)
  "letterHeading",
  "plainHeading", // a heading without a mark
  "authority", // T/M, K/T, T/L; TM., KT., TL., TUQ.
  "position",
  "directPosition", // the only line when the head signs directly, and the lines around "kiêm"
  "concurrently", // kiêm
  "signerName",
  "confirmation", // Xác nhận chữ ký …
  "recipientsLabel", // Nơi nhận
  "recipient",
  "urgency",
  "secrecy",
  "circulation",
  "publicity",
  "draftMark",
  "drafter",
  "contact",
  "pageNumber",
  "annexLabel",
  "annexTitle",
  "annexAttachment",
  "annexRule",
  "tableHead",
  "tableColumnNumber",
  "tableBody",
  "footnote",
] as const;
export type Component = (typeof COMPONENTS)[number];

/** One row of a norm: `use` is what the generator sets, `accept` what the checker tolerates. */
export interface NormRow {
  readonly component: Component;
  readonly use: Formatting;
  readonly accept: Acceptance;
  readonly clause: string;
  /** How sure `accept` is; what `use` adds to it is the product's own choice. */
  readonly confidence: Confidence;
  /** Properties of `accept` that are less sure than the row. */
  readonly confidenceBy?: { readonly [K in keyof Formatting]?: Confidence };
}

/** A value of the norm outside the look of a component, with its basis. */
export interface Ruling<T, A = T> {
  readonly use: T;
  readonly accept: A;
  readonly clause: string;
  readonly confidence: Confidence;
}

/** Margins of a page, mm. */
export interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}
export type MarginRanges = { readonly [K in keyof Margins]: Range };

/** A rule drawn below a component. `fraction` is its length in parts of the text's own width. */
export interface RuleBelow {
  readonly fraction: number;
  readonly accept: Range;
}

/** The layout norm of one family and time: data that style interprets and the checker compares with. */
export interface Norm {
  readonly id: NormId;
  readonly family: Family;
  /** Name as cited: "Hướng dẫn số 05-HD/VPTW, ngày 27/5/2026 của Văn phòng Trung ương Đảng". */
  readonly citation: string;
  /** First and last day of signing (ISO) that it governs. */
  readonly from: string;
  readonly until?: string;
  readonly font: Ruling<string, readonly string[]>;
  readonly page: {
    /** Page size in mm, portrait. */
    readonly size: Ruling<{ readonly width: number; readonly height: number }>;
    readonly margins: Ruling<Margins, MarginRanges>;
    /** Margins on the back of a sheet printed on both sides. */
    readonly backMargins: Ruling<Margins, MarginRanges>;
    /** Distance of the page number's line from the top edge, mm. */
    readonly numberFromTop: Ruling<number, Range>;
    /** Each annex counts its own pages. */
    readonly annexNumbering: Ruling<"own" | "continuous", readonly ("own" | "continuous")[]>;
  };
  /** One row a component; none for what the family never prints (`motto` of the Party, `issuerStar` of the State). */
  readonly rows: readonly NormRow[];
  readonly titles: {
    /** Lines of the right-hand header. */
    readonly national: readonly string[];
    readonly nationalRule: RuleBelow;
    /** What stands below the issuer. */
    readonly belowIssuer: { readonly kind: "text"; readonly text: string } | ({ readonly kind: "rule" } & RuleBelow);
    /** What stands below the trích yếu. */
    readonly belowSubject: { readonly kind: "text"; readonly text: string } | ({ readonly kind: "rule" } & RuleBelow);
    /** Place and date stand level with the number (State), or directly below the national title's rule (Party). */
    readonly dateBeside: "number" | "nationalTitle";
  };
  readonly number: {
    /** Text before the sequence: "Số " or "Số: ". */
    readonly prefix: string;
    /** Sign between sequence and symbol, and between the parts of the symbol. */
    readonly afterSequence: string;
    readonly betweenCodes: string;
    /** A công văn shows its type code. */
    readonly letterShowsType: boolean;
    /** Type codes, by slug, in which this norm departs from the table of types; see `typeCode`. */
    readonly codesByType: { readonly [slug: string]: Ruling<string, readonly string[]> };
    readonly clause: string;
  };
  /** Months printed with a leading zero. Days below ten always are. */
  readonly paddedMonths: Ruling<readonly number[]>;
  readonly letterSubjectPrefix: Ruling<string, readonly string[]>;
  readonly legalBases: {
    readonly opening: string;
    readonly separator: string;
    readonly last: string;
    readonly clause: string;
  };
  /** Mark that ends the body. */
  readonly endMark: Ruling<string, readonly string[]>;
  readonly headings: {
    /** The component that gives a heading of this form its look. */
    readonly component: { readonly [F in MarkForm]: Component };
    /** Numerals that the form may use. */
    readonly romanSuffix: Ruling<string, readonly string[]>;
    readonly partNumerals: readonly ("roman" | "words")[];
    readonly clause: string;
  };
  readonly authority: {
    /** Marks as printed before the authority, e.g. "T/M". */
    readonly marks: readonly {
      readonly mark: string;
      readonly meaning: "onBehalf" | "forHead" | "byOrder" | "delegated" | "acting";
    }[];
    readonly clause: string;
  };
  /** Clear height between position and name, mm. */
  readonly signatureSpace: Ruling<number, Range>;
  readonly recipients: {
    readonly label: string;
    /** The colon is part of the underlined or emphasised label. */
    readonly colonInLabel: boolean;
    readonly separator: string;
    readonly last: string;
    readonly archiveOpening: string;
    readonly asAddressed: string;
    readonly clause: string;
  };
  readonly addressees: {
    /** Phrase by type of document; a type that is not named has none. */
    readonly phraseByType: { readonly [type: string]: "Kính gửi" | "Kính trình" };
    /** Types that must name their addressees; of the others in `phraseByType` they may be absent. */
    readonly required: readonly string[];
    /** One addressee stands on the line of the phrase. */
    readonly oneOnPhraseLine: boolean;
    readonly separator: string;
    readonly last: string;
    /** What may stand after the last one; "" is no mark. */
    readonly acceptLast: readonly string[];
    /** Mark after an addressee that is the only one. */
    readonly only: string;
    readonly clause: string;
  };
  readonly annex: {
    readonly numerals: "arabic" | "roman";
    readonly belowAttachment: string;
    /** Words and date form of the kèm-theo line. */
    readonly dateForm: "short" | "words";
    readonly commaBeforeDate: boolean;
    readonly clause: string;
  };
  readonly contactOn: "firstPage" | "lastPage";
  readonly publicityAt: "lastPageFoot" | "belowSignature";
  readonly circulationFramed: boolean;
  readonly urgencyFramed: boolean;
  readonly secrecy: { readonly levels: readonly string[]; readonly clause: string } | undefined;
  readonly urgencies: readonly string[];
}

/**
 * The row of a component, where the norm has one.
 *
 * @param norm the norm
 * @param component what the row is about
 */
export function findRow(norm: Norm, component: Component): NormRow | undefined {
  return norm.rows.find((row) => row.component === component);
}

/**
 * The row of a component that the norm's family prints.
 *
 * @throws Error when the norm has no such row: a fault of the declaration, caught by the norms' own test
 */
export function rowOf(norm: Norm, component: Component): NormRow {
  const row = findRow(norm, component);
  if (row === undefined) throw new Error(`norm ${norm.id} has no row for ${component}`);
  return row;
}
