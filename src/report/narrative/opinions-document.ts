/**
 * The units' words as a paper of the desk's own, to read beside the draft and to copy from. They are kept out of the draft:
 * of a hundred units they would bury it, and nothing that a unit wrote gets into a signed text unless somebody puts it there.
 */
import { letterhead, signingDate } from "../../cycle/answers/letterhead.js";
import type { Block } from "../../model/block.js";
import type { Document } from "../../model/document.js";
import type { Inlines } from "../../model/inline.js";
import type { Period } from "../../periods/index.js";
import type { StartingDraft } from "../../starting-draft/catalogue.js";
import { typeCodeOf } from "../../starting-draft/context.js";
import type { Workspace } from "../../workspace/workspace.js";
import type { Opinion, OpinionSection } from "./gather.js";
import { linesOf } from "./lines.js";

/** What the paper is for. */
const READ_FIRST =
  "Lời của các đơn vị trong đề cương báo cáo, xếp theo mục, để chọn lọc khi viết báo cáo; đơn vị ghi giống nhau được gộp. Tài liệu làm việc, không phát hành.";

const text = (words: string): Inlines => [{ kind: "text", text: words }];

function quote({ units, text: words }: Opinion): readonly Block[] {
  const [first = "", ...others] = linesOf(words);
  const names = units.map(({ short }) => short.replace(/\s+/gu, " ").trim()).join("; ");
  const opening: Inlines = [
    { kind: "text", text: `${names}:`, bold: true },
    { kind: "text", text: ` ${first}` },
  ];
  return [
    { kind: "paragraph", inlines: opening },
    ...others.map((line): Block => ({ kind: "paragraph", inlines: text(line) })),
  ];
}

/**
 * The paper.
 *
 * @param type the starting draft of reports
 * @param today ISO day in Vietnam
 */
export function opinionsDocument(
  sections: readonly OpinionSection[],
  period: Period,
  type: StartingDraft,
  office: Workspace,
  today: string,
): Document {
  const bodyCode = office.bodyCode ?? "[MÃ CƠ QUAN]";
  const typeCode = typeCodeOf(type, office);
  const body = sections.flatMap(({ above, title, opinions }, index): readonly Block[] => {
    const count = opinions.reduce((sum, { units }) => sum + units.length, 0);
    const heading = [...above, title].join(" – ");
    return [
      {
        kind: "heading",
        mark: { form: "number", text: `${index + 1}.` },
        inlines: text(`${heading} (${count} đơn vị)`),
      },
      ...opinions.flatMap(quote),
    ];
  });
  return {
    ...letterhead(office),
    type: type.type.slug,
    number: { ...(typeCode === undefined ? {} : { typeCode }), bodyCode },
    date: signingDate(today.slice(0, 4)),
    subject: [`tổng hợp ý kiến trong báo cáo ${period.name} của các đơn vị`],
    draftMark: "Dự thảo",
    body: [
      { kind: "paragraph", inlines: text(body.length === 0 ? "Không đơn vị nào ghi ý kiến." : READ_FIRST) },
      ...body,
    ],
    notes: [],
    annexes: [],
  };
}
