/** What opens a document below its header: type and subject, addressees, legal bases. */
import type { Document } from "../../model/document.js";
import { closeInlines, closeItem } from "../../norms/closing-marks.js";
import type { Component } from "../../norms/norm.js";
import type { DocumentType } from "../../norms/types.js";
import type { StyledBlock } from "../styled.js";
import { balancedLines, balanceText } from "./balance.js";
import type { Looks } from "./looks.js";
import { ruleBelow, widthOf } from "./rule-below.js";
import { toTwip } from "./units.js";

export class OpeningStyler {
  constructor(
    private readonly document: Document,
    private readonly type: DocumentType | undefined,
    private readonly looks: Looks,
    private readonly width: number,
  ) {}

  private get norm() {
    return this.looks.norm;
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
      blocks.push(...balancedLines(looks, "subject", line, this.width, { ...keep, ...(last ? {} : { after: 0 }) }));
    }
    const { belowSubject } = norm.titles;
    if (belowSubject.kind === "text") {
      return [...blocks, looks.line("subjectRule", belowSubject.text, { ...keep, structure: { kind: "spacer" } })];
    }
    const component: Component = subject.length > 0 ? "subject" : "typeName";
    const below = balanceText(looks, component, subject.at(-1) ?? type.name, this.width).at(-1) ?? type.name;
    return [
      ...blocks,
      { ...ruleBelow(this.looks, component, below, belowSubject, this.width), ...keep, before: 4, after: 12 },
    ];
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
}
