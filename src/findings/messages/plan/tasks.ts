import type { Wording } from "../../finding.js";
import { reporter } from "../../report.js";

type One = { reference: string };
type Several = { references: readonly string[] };

const LISTED = 8;
/** Points of a plan in a message: the first few, and how many more. */
const list = (references: readonly string[]): string =>
  references.length <= LISTED
    ? references.join(", ")
    : `${references.slice(0, LISTED).join(", ")} và ${references.length - LISTED} điểm khác`;

/** Findings about the duties of a plan: who, whom, and in what order. */
const CATALOGUE = {
  "plan/task-undated": {
    severity: "warning",
    found: ({ reference }: One) => `Nhiệm vụ ${reference} chưa ghi thời gian thực hiện.`,
    remedy: () =>
      "Ghi thời gian ngay trong nhiệm vụ, ở dòng “- Thời gian thực hiện: …”, hoặc ở dòng “* Thời gian thực hiện: …” cuối nhóm; việc làm quanh năm thì ghi “thường xuyên”.",
  },
  "plan/tasks-undated": {
    severity: "warning",
    found: ({ references }: Several) =>
      `${references.length} nhiệm vụ chưa ghi thời gian thực hiện: ${list(references)}.`,
    remedy: () =>
      "Thêm một dòng “* Thời gian thực hiện: …” cuối nhóm cho tất cả, hoặc ghi thời gian của từng nhiệm vụ.",
  },
  "plan/timings-no-day": {
    severity: "warning",
    found: ({ references }: Several) =>
      `${references.length} nhiệm vụ định kỳ không nêu ngày phải xong của mỗi kỳ: ${list(references)}.`,
    remedy: () => "Ghi thêm ngày, ví dụ “hằng tháng, trước ngày 25”, “hằng năm, trước ngày 15/12”.",
  },
  "plan/task-unassigned": {
    severity: "warning",
    found: ({ reference }: One) => `Nhiệm vụ ${reference} chưa ghi cơ quan nào thực hiện.`,
    remedy: () => "Nêu tên cơ quan ở đầu câu, hoặc thêm dòng “- Cơ quan thực hiện: …”.",
  },
  "plan/tasks-unassigned": {
    severity: "warning",
    found: ({ references }: Several) =>
      `${references.length} nhiệm vụ chưa ghi cơ quan nào thực hiện: ${list(references)}.`,
    remedy: () =>
      "Đặt các nhiệm vụ dưới tên cơ quan, nêu tên cơ quan ở đầu câu, hoặc thêm dòng “- Cơ quan thực hiện: …”.",
  },
  "plan/task-role-uneven": {
    severity: "note",
    found: ({ reference, role, count, total }: One & { role: string; count: number; total: number }) =>
      `Nhiệm vụ ${reference} không có ${role}, trong khi ${count}/${total} nhiệm vụ cùng mục có.`,
    remedy: () => "Bổ sung nếu còn thiếu; giữ nguyên nếu nhiệm vụ này không cần.",
  },
  "plan/body-not-recipient": {
    severity: "warning",
    found: ({ body, references }: Several & { body: string }) =>
      `“${body}” được giao nhiệm vụ (${list(references)}) nhưng không có ở Nơi nhận.`,
    remedy: () => "Thêm cơ quan đó vào Nơi nhận, hoặc sửa tên cho khớp với tên ở Nơi nhận.",
  },
  "plan/group-point-unknown": {
    severity: "warning",
    found: ({ point, group }: { point: string; group: string }) =>
      `Dòng thời gian của mục ${group} nhắc điểm ${point}, nhưng mục này không có điểm đó.`,
    remedy: () => "Sửa lại số điểm trong dòng thời gian.",
  },
  "plan/group-points-untimed": {
    severity: "warning",
    found: ({ group, references }: Several & { group: string }) =>
      `Dòng thời gian của mục ${group} không nói đến ${list(references)}.`,
    remedy: () => "Thêm các điểm đó, hoặc thêm “; các nội dung khác, thường xuyên”.",
  },
  "plan/review-order": {
    severity: "warning",
    found: ({
      first,
      firstDue,
      second,
      secondDue,
    }: {
      first: string;
      firstDue: string;
      second: string;
      secondDue: string;
    }) => `Thời hạn của ${first} (${firstDue}) không trước thời hạn của ${second} (${secondDue}).`,
    remedy: () =>
      "Sắp lại các mốc: cấp cơ sở xong trước, rồi đến cấp trên cơ sở, đến gửi báo cáo, sau cùng là cấp tỉnh.",
  },
  "plan/allocation-none": {
    severity: "error",
    found: () => "Kế hoạch không có phụ lục phân bổ chỉ tiêu.",
    remedy: () => "Bảng phân bổ nằm trong phụ lục, có cột đơn vị và các cột năm.",
  },
  "plan/body-unknown": {
    severity: "error",
    found: ({ typed }: { typed: string; nearest: string | undefined }) => `Kế hoạch không giao việc cho “${typed}”.`,
    remedy: ({ nearest }: { typed: string; nearest: string | undefined }) =>
      nearest === undefined
        ? "Ghi tên cơ quan như trong kế hoạch; xem cột Cơ quan của bảng nhiệm vụ."
        : `Có phải là “${nearest}”? Ghi tên như trong kế hoạch.`,
  },
  "plan/tasks-none": {
    severity: "warning",
    found: () => "Không thấy nhiệm vụ nào trong văn bản.",
    remedy: () =>
      "Nhiệm vụ được nhận ra ở các mục “Nội dung”, “Nhiệm vụ, giải pháp”, “Tổ chức thực hiện”, ở các dòng “- Cơ quan thực hiện: …”, “- Thời gian thực hiện: …”, và ở bảng nhiệm vụ của phụ lục.",
  },
} satisfies { readonly [id: string]: Wording<never> };

/** Words a finding about the duties of a plan. */
export const reportTasks = reporter(CATALOGUE);
