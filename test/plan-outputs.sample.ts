import type { Task } from "../src/model/task.js";
import { readTiming } from "../src/plan/timing/index.js";

export const PLAN = {
  title: "Kế hoạch củng cố tổ chức cơ sở đảng giai đoạn 2026 - 2030",
  number: "12-KH/TU",
  date: "2026-04-15",
  issuer: "Tỉnh uỷ Hà Trung",
} as const;

/** A task with its time in words. */
export function task(id: string, text: string, time: string | undefined, roles: Task["roles"] = []): Task {
  if (time === undefined) return { id, reference: id, text, roles };
  const { timing } = readTiming(time, { year: 2026 });
  if (timing === undefined) throw new Error(`no time: ${time}`);
  return { id, reference: id, text, roles, timing, timedBy: "task" };
}

const role = (kind: Task["roles"][number]["role"], ...bodies: string[]): Task["roles"][number] => ({
  role: kind,
  bodies,
});

export const TASKS: readonly Task[] = [
  task("II/1", "Tổ chức hội nghị quán triệt kế hoạch đến cán bộ chủ chốt", "trước ngày 20/5/2026", [
    role("direct", "Ban Thường vụ Tỉnh uỷ"),
    role("advise", "Ban Tuyên giáo và Dân vận Tỉnh uỷ"),
    role("coordinate", "Văn phòng Tỉnh uỷ", "Ban Tổ chức Tỉnh uỷ"),
  ]),
  task("II/2", "Rà soát doanh nghiệp có từ 03 đảng viên trở lên", "trong quý II và quý IV/2026", [
    role("adviseAndExecute", "Ban Tổ chức Tỉnh uỷ"),
    role("coordinate", "Liên đoàn Lao động tỉnh"),
  ]),
  task("II/3", "Báo cáo tình hình phát triển đảng viên", "hằng quý, vào ngày 20 của tháng cuối quý", [
    role("execute", "Đảng uỷ xã Mỹ Cát", "Đảng uỷ phường Sông Kim"),
  ]),
  task("II/4", "Xây dựng đề án bồi dưỡng cấp uỷ viên", "cuối tháng 11/2026", [role("advise", "Ban Tổ chức Tỉnh ủy")]),
  task("III/1", "Nắm tình hình tư tưởng người lao động", "thường xuyên", [role("execute", "Liên đoàn Lao động tỉnh")]),
  task("III/2", "Kịp thời tháo gỡ khó khăn ở cơ sở", undefined, [role("execute", "Đảng uỷ xã Mỹ Cát")]),
  task("III/3", "Kết nạp đảng viên trong doanh nghiệp", "giai đoạn 2026 - 2030", [
    role("direct", "Ban Thường vụ Tỉnh uỷ"),
    role("execute", "Đảng uỷ phường Sông Kim"),
  ]),
];
