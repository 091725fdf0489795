import { execFileSync } from "node:child_process";
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { Task } from "../src/model/task.js";
import { addDays } from "../src/periods/day.js";
import { calendarsByBody, taskCalendar } from "../src/plan/outputs/calendar.js";
import { lastYearOf } from "../src/plan/outputs/plan-identity.js";
import { dueDays } from "../src/plan/timing/index.js";
import { PLAN, TASKS, task } from "./plan-outputs.sample.js";
import { timing as anyTiming } from "./plan-timing.arbitraries.js";

const FROM = "2026-04-15";

const calendarOf = (text: string) => new ICAL.Component(ICAL.parse(text));

/** What ical.js, which did not write the file, finds in it: every day on which an event ends, up to a day. */
function eventsIn(text: string, to: string) {
  return calendarOf(text)
    .getAllSubcomponents("vevent")
    .map((component) => {
      const event = new ICAL.Event(component);
      const length = event.endDate.subtractDate(event.startDate).toSeconds() / 86_400;
      const days: string[] = [];
      if (event.isRecurring()) {
        const iterator = event.iterator();
        for (let next = iterator.next(); next && next.toString() <= to; next = iterator.next())
          days.push(next.toString());
      } else days.push(addDays(event.startDate.toString(), length - 1));
      return {
        uid: event.uid,
        wholeDay: event.startDate.isDate && event.endDate.isDate,
        starts: event.startDate.toString(),
        days: days.filter((day) => day <= to),
        summary: event.summary,
        description: event.description,
        alarms: component.getAllSubcomponents("valarm").map((alarm) => {
          const trigger = alarm.getFirstProperty("trigger");
          const related = trigger?.getFirstParameter("related");
          const at = (related === "END" ? event.endDate : event.startDate).clone();
          at.isDate = false;
          at.addDuration(trigger?.getFirstValue() as ICAL.Duration);
          return at.toString();
        }),
        rule: component.getFirstPropertyValue("rrule")?.toString(),
      };
    });
}

const daysIn = (text: string, to: string) => [...new Set(eventsIn(text, to).flatMap(({ days }) => days))].sort();

describe("the calendar of a plan", () => {
  it("has the days that the tasks are due, over three years of any timing", () => {
    fc.assert(
      fc.property(anyTiming, (terms) => {
        const timing = { printed: "như trên", ...terms };
        const one: Task = { id: "II/1", reference: "II/1", text: "Báo cáo", roles: [], timing };
        const [from, to] = ["2026-01-01", "2028-12-31"];
        const text = taskCalendar([one], { plan: { title: "Kế hoạch" }, from });
        expect(daysIn(text, to)).toEqual([...new Set(dueDays(timing, from, to).map(({ day }) => day))].sort());
        for (const { wholeDay } of eventsIn(text, to)) expect(wholeDay).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("has an event for each day, spans with their first, and series to the plan's last year", () => {
    const events = eventsIn(taskCalendar(TASKS, { plan: PLAN, from: FROM }), "2099-12-31");
    expect(events.map(({ summary, starts, days, rule }) => [summary, starts, days.at(-1), rule])).toEqual([
      ["Hạn: Tổ chức hội nghị quán triệt kế hoạch đến cán bộ chủ chốt", "2026-05-19", "2026-05-19", undefined],
      ["Hạn: Rà soát doanh nghiệp có từ 03 đảng viên trở lên", "2026-04-01", "2026-06-30", undefined],
      ["Hạn: Rà soát doanh nghiệp có từ 03 đảng viên trở lên", "2026-10-01", "2026-12-31", undefined],
      [
        "Hạn: Báo cáo tình hình phát triển đảng viên",
        "2026-06-20",
        "2030-12-20",
        "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20;UNTIL=20301231",
      ],
      ["Hạn (ngày gần đúng): Xây dựng đề án bồi dưỡng cấp uỷ viên", "2026-11-30", "2026-11-30", undefined],
      ["Hạn: Kết nạp đảng viên trong doanh nghiệp", "2030-12-31", "2030-12-31", undefined],
    ]);
    expect(events.at(-1)?.description).toContain("Thực hiện từ 01/01/2026 đến 31/12/2030.");
    expect(events[4]?.description).toContain("Kế hoạch chỉ nêu khoảng thời gian");
    expect(events[0]?.description).toBe(
      [
        "Tổ chức hội nghị quán triệt kế hoạch đến cán bộ chủ chốt",
        "Chỉ đạo: Ban Thường vụ Tỉnh uỷ",
        "Tham mưu: Ban Tuyên giáo và Dân vận Tỉnh uỷ",
        "Phối hợp: Văn phòng Tỉnh uỷ; Ban Tổ chức Tỉnh uỷ",
        "Thời gian: trước ngày 20/5/2026",
        "Mục II/1, Kế hoạch củng cố tổ chức cơ sở đảng giai đoạn 2026 - 2030 số 12-KH/TU của Tỉnh uỷ Hà Trung",
      ].join("\n"),
    );
  });

  it("writes whole days as dates, also the end of a series", () => {
    const text = taskCalendar(TASKS, { plan: PLAN, from: FROM });
    expect(text).toContain("DTSTART;VALUE=DATE:20260519\r\nDTEND;VALUE=DATE:20260520\r\n");
    expect(text).toContain("RRULE:FREQ=YEARLY;UNTIL=20301231;BYMONTH=3,6,9,12;BYMONTHDAY=20\r\n");
    expect(text).not.toMatch(/DTSTART(?!;VALUE=DATE:)/u);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it("reminds on working days at eight", () => {
    const [first, , , series] = eventsIn(taskCalendar(TASKS, { plan: PLAN, from: FROM }), "2026-12-31");
    expect(first?.alarms.sort()).toEqual(["2026-05-12T08:00:00", "2026-05-18T08:00:00"]);
    expect(series?.alarms.sort()).toEqual(["2026-06-13T08:00:00", "2026-06-17T08:00:00", "2026-06-19T08:00:00"]);
    // due on Sunday 31/5/2026: the day before is a Saturday
    const sunday = taskCalendar([task("II/1", "Nộp báo cáo", "chậm nhất ngày 31/5/2026")], { plan: PLAN, from: FROM });
    expect(eventsIn(sunday, "2026-12-31")[0]?.alarms.sort()).toEqual(["2026-05-22T08:00:00", "2026-05-29T08:00:00"]);
  });

  it("tells of tasks without a day and of days that are over, and loses none", () => {
    const late = task("IV/1", "Thành lập ban chỉ đạo", "chậm nhất ngày 01/3/2026");
    const relative = task("IV/2", "Báo cáo kết quả", "trong thời hạn 10 ngày kể từ ngày kết thúc hội nghị");
    const calendar = calendarOf(taskCalendar([...TASKS, late, relative], { plan: PLAN, from: FROM }));
    // ical.js leaves the values of extensions as they stand
    expect(calendar.getFirstPropertyValue("x-wr-caldesc")?.toString().split("\\n")).toEqual([
      "Nhiệm vụ thường xuyên:",
      "- III/1: Nắm tình hình tư tưởng người lao động (thường xuyên)",
      "Nhiệm vụ tính thời gian từ một việc khác:",
      "- IV/2: Báo cáo kết quả (trong thời hạn 10 ngày kể từ ngày kết thúc hội nghị)",
      "Nhiệm vụ chưa xác định được ngày:",
      "- III/2: Kịp thời tháo gỡ khó khăn ở cơ sở",
      "Nhiệm vụ có thời hạn trước ngày đầu của lịch:",
      "- IV/1: Thành lập ban chỉ đạo (chậm nhất ngày 01/3/2026)",
    ]);
  });

  it("gives each body its own, under a name without accents", () => {
    const calendars = calendarsByBody(TASKS, { plan: PLAN, from: FROM });
    expect(calendars.map(({ file }) => file)).toEqual([
      "lich-ban-thuong-vu-tinh-uy.ics",
      "lich-ban-tuyen-giao-va-dan-van-tinh-uy.ics",
      "lich-van-phong-tinh-uy.ics",
      "lich-ban-to-chuc-tinh-uy.ics",
      "lich-lien-doan-lao-dong-tinh.ics",
      "lich-dang-uy-xa-my-cat.ics",
      "lich-dang-uy-phuong-song-kim.ics",
    ]);
    const own = eventsIn(calendars[3]?.text ?? "", "2026-12-31");
    expect(own.map(({ summary }) => summary)).toEqual([
      "Hạn (phối hợp): Tổ chức hội nghị quán triệt kế hoạch đến cán bộ chủ chốt",
      "Hạn (tham mưu, thực hiện): Rà soát doanh nghiệp có từ 03 đảng viên trở lên",
      "Hạn (tham mưu, thực hiện): Rà soát doanh nghiệp có từ 03 đảng viên trở lên",
      "Hạn (tham mưu, ngày gần đúng): Xây dựng đề án bồi dưỡng cấp uỷ viên",
    ]);
    const ids = calendars.flatMap(({ text }) => eventsIn(text, "2026-12-31").map(({ uid }) => uid));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("knows the last year of a title, and no year of a date", () => {
    expect(lastYearOf({ title: "Kế hoạch thực hiện Chỉ thị ngày 10 tháng 6 năm 2013" })).toBeUndefined();
    expect(lastYearOf({ title: "Chương trình công tác năm 2026" })).toBe(2026);
    expect(lastYearOf({ title: "Kế hoạch đến năm 2030, nhiệm kỳ 2025-2030" })).toBe(2030);
  });

  it("is the same in other time zones and processes", () => {
    const script = `
      import { taskCalendar } from "./src/plan/outputs/calendar.js";
      import { PLAN, TASKS } from "./test/plan-outputs.sample.js";
      process.stdout.write(taskCalendar(TASKS, { plan: PLAN, from: "2026-04-15" }));`;
    const run = (zone: string, locale: string) =>
      execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
        encoding: "utf8",
        env: { ...process.env, TZ: zone, LC_ALL: locale },
      });
    const here = run("America/Los_Angeles", "C");
    expect(here).toContain("BEGIN:VEVENT");
    expect(here).toBe(run("Pacific/Kiritimati", "vi_VN.UTF-8"));
  });
});
