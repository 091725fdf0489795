/** All rules about text and structure. */
import { ISSUER_RULES } from "./issuer/index.js";
import { LEGAL_BASIS_RULES } from "./legal-bases/index.js";
import { NUMBER_RULES } from "./number/index.js";
import { PAGINATION_RULES } from "./pages/index.js";
import { PLACE_DATE_RULES } from "./place-date/index.js";
import { RECIPIENT_RULES } from "./recipients/index.js";
import type { Rule } from "./rule.js";
import { SIGNATURE_RULES } from "./signature/index.js";
import { SPELLING_RULES } from "./spelling/index.js";
import { STRUCTURE_RULES } from "./structure/index.js";
import { SUBJECT_RULES } from "./subject/index.js";
import { TYPOGRAPHY_RULES } from "./typography/index.js";

/** Rules by the component that they are about, in the order of a document. */
export const RULE_GROUPS: readonly { readonly title: string; readonly rules: readonly Rule[] }[] = [
  { title: "Cơ quan ban hành, thẩm quyền", rules: ISSUER_RULES },
  { title: "Số và ký hiệu", rules: NUMBER_RULES },
  { title: "Địa danh, ngày tháng, tiêu đề", rules: PLACE_DATE_RULES },
  { title: "Trích yếu", rules: SUBJECT_RULES },
  { title: "Căn cứ", rules: LEGAL_BASIS_RULES },
  { title: "Bố cục, đánh số nội dung", rules: STRUCTURE_RULES },
  { title: "Nơi nhận, Kính gửi", rules: RECIPIENT_RULES },
  { title: "Phần ký", rules: SIGNATURE_RULES },
  { title: "Trang, số trang phụ lục", rules: PAGINATION_RULES },
  { title: "Chính tả, viết hoa", rules: SPELLING_RULES },
  { title: "Dấu câu, chữ số, mã chữ", rules: TYPOGRAPHY_RULES },
];

export const RULES: readonly Rule[] = RULE_GROUPS.flatMap(({ rules }) => rules);
