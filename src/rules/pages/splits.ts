/** Title and signature are not broken over pages, and the signature never stands on a page alone. */
import type { ObservedSplit } from "../../norms/observed.js";
import { EDITORIAL, EVERY, type Rule } from "../rule.js";

const BLOCKS: { readonly [B in ObservedSplit["block"]]: string } = { title: "khối tiêu đề", signature: "khối chữ ký" };

/** Who says that a page ends there: the one who typed a page break, or Word when it last laid the pages out. */
const asTold = (forced: boolean): string => (forced ? "do dấu ngắt trang" : "theo Word");

export const C13: Rule = {
  id: "C13",
  title: "Khối tiêu đề, khối chữ ký không bị ngắt trang",
  norms: EVERY,
  severity: "note",
  basis: "practice",
  clause: EDITORIAL,
  reason:
    "Tên loại và trích yếu, quyền hạn và họ tên người ký đứng trọn một trang; trang có chữ ký còn ít nhất hai dòng nội dung. Chỉ xét khi tệp Word có dấu ngắt trang hoặc dấu trang mà Word để lại.",
  right: { printed: { splits: [] } },
  wrong: { printed: { splits: [{ block: "signature", how: "broken", forced: false, quote: "PHÓ CHỦ TỊCH" }] } },
  *check({ printed: { splits = [] } }) {
    for (const { block, how, forced, quote, part } of splits) {
      const told = asTold(forced);
      const name = BLOCKS[block];
      yield {
        quote,
        found:
          how === "broken"
            ? `Trang ngắt giữa ${name} (${told}), trước “${quote}”.`
            : `Khối chữ ký sang trang mới (${told}), không có dòng nội dung nào đi cùng.`,
        remedy: forced
          ? "Bỏ dấu ngắt trang."
          : how === "broken"
            ? "Đặt Keep with next cho các dòng của khối."
            : "Dồn nội dung để ít nhất hai dòng đứng cùng trang với chữ ký.",
        part,
      };
    }
  },
};
