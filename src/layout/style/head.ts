/** The head of a document: both columns of the header, type and subject, addressees, legal bases. */
import type { Document } from "../../model/document.js";
import { closeInlines, closeItem } from "../../norms/closing-marks.js";
import { printPlaceDate } from "../../norms/date.js";
import { type Component, findRow, type RuleBelow } from "../../norms/norm.js";
import { printNumber } from "../../norms/number-print.js";
import type { DocumentType } from "../../norms/types.js";
import { faceOf, textWidth } from "../face.js";
import type { StyledBlock, StyledInline, StyledParagraph } from "../styled.js";
import { layoutCell, layoutRow, layoutTable } from "./closing.js";
import type { Looks } from "./looks.js";
import { printParts } from "./slots.js";
import { mm, toTwip } from "./units.js";

/** A drawn rule: an empty paragraph of this height with a border above; an underline would cut the dots of Ộ Ệ. */
const RULE_HEIGHT = 4;
const RULE_WEIGHT = 0.75;
/** Space kept on either side of the wider header line, pt. */
const COLUMN_GAP = 8;
/** Frames of the State's stamps: weight and distance from the text, pt; width in mm by their words (NĐ30 III.2–3). */
const STAMP = { width: 1, space: 3 } as const;
const STAMP_WIDTH: Readonly<Record<string, number>> = {
  KHẨN: 20,
  "THƯỢNG KHẨN": 40,
  "HOẢ TỐC": 30,
  "HỎA TỐC": 30,
  "HOẢ TỐC HẸN GIỜ": 40,
};
const STAMP_RED = "FF0000";

const widthOf = (inlines: readonly StyledInline[]): number =>
  inlines.reduce(
    (sum, inline) => sum + (inline.kind === "text" ? textWidth(inline.text, faceOf(inline), inline.size) : 0),
    0,
  );

class HeadStyler {
  constructor(
    private readonly document: Document,
    private readonly type: DocumentType | undefined,
    private readonly looks: Looks,
    private readonly width: number,
  ) {}

  private get norm() {
    return this.looks.norm;
  }

  /** A rule centred below a text, as long as a part of the text's own width. */
  private ruleBelow(component: Component, text: string, { fraction }: RuleBelow, column: number): StyledParagraph {
    const length = toTwip(widthOf([this.looks.text(component, text)]) * fraction);
    const side = toTwip(Math.max(0, (column - length) / 2));
    return this.looks.paragraph(component, [], {
      structure: { kind: "spacer" },
      markSize: 2,
      align: "left",
      left: side,
      right: side,
      before: 2,
      after: 0,
      line: { rule: "exact", value: RULE_HEIGHT },
      borderTop: { width: RULE_WEIGHT, space: 0 },
    });
  }

  private nationalComponents(): readonly (readonly [Component, string])[] {
    return this.norm.titles.national.map((line, index) => [index === 0 ? "nationalTitle" : "motto", line] as const);
  }

  /** Widths of the header's two columns: the right one holds its widest line, the left one takes the rest. */
  private columns(): [number, number] {
    const right = [
      ...this.nationalComponents().map(([component, line]) => this.looks.text(component, line)),
      this.looks.text("placeDate", this.placeDate()),
    ];
    const widest = Math.max(...right.map((inline) => widthOf([inline])));
    const least = this.width * 0.5;
    const second = toTwip(Math.min(this.width * 0.64, Math.max(least, widest + COLUMN_GAP)));
    return [toTwip(this.width - second), second];
  }

  private placeDate(): string {
    return printParts(printPlaceDate(this.document.place, this.document.date, this.norm));
  }

  private issuerLines(column: number): StyledParagraph[] {
    const { issuer } = this.document;
    const { looks, norm } = this;
    if (issuer === undefined) return [];
    const lines = [
      ...(issuer.superior ?? []).map((line) => looks.line("superior", line)),
      ...issuer.name.map((line) => looks.line("issuer", line)),
    ];
    const { belowIssuer } = norm.titles;
    if (belowIssuer.kind === "text") {
      return [...lines, looks.line("issuerStar", belowIssuer.text, { structure: { kind: "spacer" } })];
    }
    return [...lines, this.ruleBelow("issuer", issuer.name.at(-1) ?? "", belowIssuer, column)];
  }

  private nationalLines(column: number): StyledParagraph[] {
    const lines = this.nationalComponents();
    const last = lines.at(-1);
    return [
      ...lines.map(([component, line]) => this.looks.line(component, line)),
      ...(last === undefined ? [] : [this.ruleBelow(last[0], last[1], this.norm.titles.nationalRule, column)]),
    ];
  }

  private numberLine(): StyledParagraph[] {
    const { number } = this.document;
    if (number === undefined) return [];
    return [this.looks.line("number", printParts(printNumber(number, this.type, this.norm)))];
  }

  /** What stands below the number: subject of a công văn, degree of secrecy and urgency, draft mark. */
  private belowNumber(column: number): StyledParagraph[] {
    const { subject, secrecy, urgency, draftMark } = this.document;
    const { looks, norm } = this;
    const lines: StyledParagraph[] = [];
    if (this.type?.letter === true) {
      for (const [index, line] of (subject ?? []).entries()) {
        lines.push(looks.line("letterSubject", line, index === 0 ? {} : { before: 0 }));
      }
    }
    if (secrecy !== undefined)
      lines.push(
        this.stamp(findRow(norm, "secrecy") === undefined ? "urgency" : "secrecy", secrecy, column, norm.urgencyFramed),
      );
    if (urgency !== undefined) lines.push(this.stamp("urgency", urgency, column, norm.urgencyFramed));
    if (draftMark !== undefined) lines.push(looks.line("draftMark", draftMark));
    return lines;
  }

  private stamp(component: Component, words: string, column: number, framed: boolean): StyledParagraph {
    const { looks } = this;
    const red = this.norm.id !== "hd05";
    const text = looks.text(component, words, red ? { color: STAMP_RED } : {});
    if (!framed) return looks.paragraph(component, [text]);
    const wanted = mm(STAMP_WIDTH[words.toLocaleUpperCase("vi-VN")] ?? 0);
    const width = Math.max(wanted - 2 * (STAMP.space + STAMP.width), widthOf([text]) + 1);
    const side = toTwip(Math.max(0, (column - width) / 2));
    return looks.paragraph(component, [text], { left: side, right: side, box: STAMP });
  }

  /** The header: an invisible table of two columns. */
  header(): StyledBlock[] {
    const [left, right] = this.columns();
    const date =
      this.type?.dated === false
        ? []
        : [
            this.looks.line("placeDate", this.placeDate(), {
              before: this.norm.titles.dateBeside === "number" ? 0 : 4,
            }),
          ];
    const issuer = this.issuerLines(left);
    const national = this.nationalLines(right);
    const number = [...this.numberLine(), ...this.belowNumber(left)];
    const filled = (lines: StyledParagraph[]) => layoutCell(lines.length > 0 ? lines : [this.looks.line("number", "")]);
    if (this.norm.titles.dateBeside === "nationalTitle") {
      return [layoutTable([left, right], [layoutRow(filled([...issuer, ...number]), filled([...national, ...date]))])];
    }
    const spaced = (lines: StyledParagraph[]) =>
      lines.map((line, index) => (index === 0 ? { ...line, before: 6 } : line));
    return [
      layoutTable(
        [left, right],
        [
          layoutRow(filled(issuer), filled(national)),
          ...(number.length + date.length > 0 ? [layoutRow(filled(spaced(number)), filled(spaced(date)))] : []),
        ],
      ),
    ];
  }

  /** Type name and subject with what stands below them. A công văn has neither. */
  title(): StyledBlock[] {
    const { looks, norm, type } = this;
    const subject = this.document.subject ?? [];
    if (type === undefined || type.letter) return [];
    const keep = { keepNext: true } as const;
    const blocks: StyledBlock[] = [looks.line("typeName", type.name, { ...keep, structure: { kind: "title" } })];
    for (const [index, line] of subject.entries()) {
      const last = index === subject.length - 1;
      // a line in capitals names the author below the type: CỦA BAN THƯỜNG VỤ …
      blocks.push(looks.line("subject", line, { ...keep, ...(last ? {} : { after: 0 }) }));
    }
    const { belowSubject } = norm.titles;
    if (belowSubject.kind === "text") {
      return [...blocks, looks.line("subjectRule", belowSubject.text, { ...keep, structure: { kind: "spacer" } })];
    }
    const below = subject.at(-1) ?? type.name;
    const component: Component = subject.length > 0 ? "subject" : "typeName";
    return [...blocks, { ...this.ruleBelow(component, below, belowSubject, this.width), ...keep, after: 12 }];
  }

  /** "Kính gửi: …": one addressee on the line of the phrase, several below each other under its colon. */
  addressees(): StyledBlock[] {
    const { addressees } = this.document;
    if (addressees === undefined) return [];
    const { looks, norm } = this;
    const marks = norm.addressees;
    const phrase = looks.text("addresseePhrase", `${addressees.phrase}:`);
    const [only] = addressees.names;
    if (addressees.names.length === 1 && only !== undefined && only.length === 1 && marks.oneOnPhraseLine) {
      const text = closeItem(only[0] ?? "", true, { separator: marks.only, last: marks.only });
      const blank = looks.text("addresseePhrase", " ");
      return [
        looks.paragraph("addresseePhrase", [phrase, blank, looks.text("addressee", text)], {
          align: "center",
          after: 12,
        }),
      ];
    }
    const dash = toTwip(widthOf([looks.text("addressee", "- ")]));
    const lines = addressees.names.map((name, index) =>
      name.map((line, at) =>
        at === name.length - 1 ? closeItem(line, index === addressees.names.length - 1, marks) : line,
      ),
    );
    const phraseWidth = toTwip(widthOf([phrase]) + 4);
    const widest = Math.max(...lines.flat().map((line) => widthOf([looks.text("addressee", `- ${line}`)])));
    const start = toTwip(Math.max(0, (this.width - phraseWidth - Math.min(widest, this.width * 0.7)) / 2));
    const left = toTwip(start + phraseWidth + dash);
    const first = looks.paragraph("addresseePhrase", [phrase], { left: start, keepNext: true, after: 0 });
    const names = lines.flatMap((name) =>
      name.map((line, at) =>
        looks.line("addressee", at === 0 ? `- ${line}` : line, {
          left,
          firstIndent: at === 0 ? -dash : 0,
          after: 0,
          keepNext: true,
          structure: { kind: at === 0 ? "listItem" : "paragraph" },
        }),
      ),
    );
    return [
      first,
      ...names.map((line, index) => (index === names.length - 1 ? { ...line, after: 12, keepNext: false } : line)),
    ];
  }

  legalBases(): StyledBlock[] {
    const { looks, norm, document } = this;
    const authority = (document.issuingAuthority ?? []).map((line) =>
      looks.line("issuingAuthority", line, { keepNext: true }),
    );
    const bases = document.legalBases ?? [];
    return [
      ...authority,
      ...bases.map((basis, index) => {
        const closed = closeInlines(basis, index === bases.length - 1, norm.legalBases);
        const opening = norm.legalBases.opening === "" ? [] : [looks.text("legalBasis", norm.legalBases.opening)];
        return looks.paragraph("legalBasis", [...opening, ...looks.inlines("legalBasis", closed)], {
          structure: { kind: "listItem" },
        });
      }),
    ];
  }

  circulation(): StyledParagraph[] {
    const { circulation } = this.document;
    if (circulation === undefined) return [];
    const { looks, norm } = this;
    const text = looks.text("circulation", circulation, norm.circulationFramed ? { color: STAMP_RED } : {});
    if (!norm.circulationFramed) return [looks.paragraph("circulation", [text], { align: "right" })];
    const right = STAMP.space + STAMP.width;
    const width = toTwip(widthOf([text]) + 2);
    return [
      looks.paragraph("circulation", [text], {
        align: "center",
        left: toTwip(this.width - width - right),
        right,
        box: STAMP,
      }),
    ];
  }
}

/** The head of a document in order, and the notice that its first page carries in the top margin. */
export function styleHead(
  document: Document,
  type: DocumentType | undefined,
  looks: Looks,
  width: number,
): { blocks: StyledBlock[]; circulation: StyledParagraph[] } {
  const styler = new HeadStyler(document, type, looks, width);
  return {
    blocks: [...styler.header(), ...styler.title(), ...styler.addressees(), ...styler.legalBases()],
    circulation: styler.circulation(),
  };
}
