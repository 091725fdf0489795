/** The header of page one: issuer and number on the left, national title, place and date on the right. */
import type { Document } from "../../model/document.js";
import { printPlaceDate } from "../../norms/date.js";
import { type Component, findRow } from "../../norms/norm.js";
import { printNumber } from "../../norms/number-print.js";
import type { DocumentType } from "../../norms/types.js";
import type { StyledBlock, StyledParagraph } from "../styled.js";
import { balancedLines, balanceText } from "./balance.js";
import { layoutCell, layoutRow, layoutTable } from "./layout-table.js";
import type { Looks } from "./looks.js";
import { ruleBelow, widthOf } from "./rule-below.js";
import { printParts } from "./slots.js";
import { mm, toTwip } from "./units.js";

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

export class HeaderStyler {
  constructor(
    private readonly document: Document,
    private readonly type: DocumentType | undefined,
    private readonly looks: Looks,
    private readonly width: number,
  ) {}

  private get norm() {
    return this.looks.norm;
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
      ...(issuer.superior ?? []).flatMap((line) => balancedLines(looks, "superior", line, column - COLUMN_GAP)),
      ...issuer.name.flatMap((line) => balancedLines(looks, "issuer", line, column - COLUMN_GAP)),
    ];
    const { belowIssuer } = norm.titles;
    const lastLine = balanceText(looks, "issuer", issuer.name.at(-1) ?? "", column - COLUMN_GAP).at(-1) ?? "";
    if (belowIssuer.kind === "text") {
      return [...lines, looks.line("issuerStar", belowIssuer.text, { structure: { kind: "spacer" } })];
    }
    return [...lines, ruleBelow(looks, "issuer", lastLine, belowIssuer, column)];
  }

  private nationalLines(column: number): StyledParagraph[] {
    const lines = this.nationalComponents();
    const last = lines.at(-1);
    return [
      ...lines.map(([component, line]) => this.looks.line(component, line)),
      ...(last === undefined ? [] : [ruleBelow(this.looks, last[0], last[1], this.norm.titles.nationalRule, column)]),
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
        lines.push(...balancedLines(looks, "letterSubject", line, column, index === 0 ? {} : { before: 0 }));
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

  /** The circulation notice, in the top margin of page one. */
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
