import { dirname, join, relative, sep } from "node:path";
import type { Finding } from "../findings/finding.js";
import { reportCall } from "../findings/messages/cli.js";
import { reportWorkspace } from "../findings/messages/workspace.js";
import { numberText } from "../register/allot.js";
import { printIsoDay } from "../register/row.js";
import { type Day, readDay } from "../workspace/day.js";
import { type Call, type Handler, optionValue, refusal, worstExit } from "./command.js";
import { collectDrafts } from "./drafts.js";
import { dryFiles } from "./dry-files.js";
import type { Environment } from "./environment.js";
import { type Issued, issueNumber, type NumberWishes } from "./issue-number.js";
import { findWorkspace } from "./office.js";
import { type Outcome, shownPath } from "./outcome.js";

const REGISTER_FILE = "so-van-ban.csv";

function readWishes(call: Call, drafts: number): Outcome<NumberWishes> {
  const findings: Finding[] = [];
  const date = optionValue(call, "date");
  const day: Day | undefined = date === undefined ? undefined : readDay(date);
  if (date !== undefined && day === undefined) {
    findings.push(
      reportCall("cli/bad-value", { option: "--date", value: date, allowed: "ngày có thật, dạng 15/4/2026" }),
    );
  }
  const number = optionValue(call, "number");
  if (number !== undefined && !/^0*[1-9]\d{0,5}$/u.test(number)) {
    findings.push(
      reportCall("cli/bad-value", { option: "--number", value: number, allowed: "số nguyên dương, ví dụ 12" }),
    );
  } else if (number !== undefined && drafts > 1) {
    findings.push(
      reportCall("cli/bad-value", { option: "--number", value: number, allowed: "chỉ khi cấp số cho một bản thảo" }),
    );
  }
  if (findings.length > 0) return { ok: false, findings };
  return {
    ok: true,
    value: {
      ...(day === undefined ? {} : { day }),
      ...(number === undefined ? {} : { number: Number(number) }),
    },
  };
}

async function numberOne(draft: string, wishes: NumberWishes, environment: Environment): Promise<Issued> {
  const folder = dirname(draft);
  const workspace = await findWorkspace(folder, environment);
  if (!workspace.ok) return { exit: 2, findings: workspace.findings };
  if (workspace.value === undefined) {
    const params = { folder: shownPath(folder, environment.cwd) };
    return { exit: 2, findings: [reportWorkspace("workspace/no-workspace", params)] };
  }
  const { root } = workspace.value;
  const place = {
    draft,
    register: join(root, REGISTER_FILE),
    file: relative(root, draft).split(sep).join("/").normalize("NFC"),
  };
  return issueNumber(place, workspace.value, wishes, environment);
}

function lineOf({ row, resumed }: Issued, shown: string, dryRun: boolean): string {
  if (row === undefined) return `Chưa cấp số cho ${shown}.`;
  const date = row.date === undefined ? "" : `, ngày ${printIsoDay(row.date)}`;
  const verb = dryRun ? "Sẽ cấp" : resumed ? "Đã hoàn tất việc cấp" : "Đã cấp";
  return `${verb} số ${numberText(row)}${date} cho ${shown}.`;
}

/** `vanthu number`: the next number of the register, written into the draft. */
export const numberCommand: Handler = async (call, environment) => {
  const { cwd } = environment;
  const drafts = await collectDrafts(call.args, environment);
  if (drafts.findings.length > 0) return refusal(drafts.findings, 2);
  const wishes = readWishes(call, drafts.paths.length);
  if (!wishes.ok) return refusal(wishes.findings, 2);
  const dryRun = call.options.dryRun === true;
  const world = dryRun ? { ...environment, files: dryFiles(environment.files) } : environment;
  const results: { readonly shown: string; readonly issued: Issued }[] = [];
  for (const draft of drafts.paths) {
    results.push({ shown: shownPath(draft, cwd), issued: await numberOne(draft, wishes.value, world) });
  }
  return {
    exit: worstExit(results.map(({ issued }) => issued.exit)),
    findings: results.flatMap(({ issued }) => issued.findings),
    lines: results.map(({ shown, issued }) => lineOf(issued, shown, dryRun)),
    result: {
      dryRun,
      numbers: results.map(({ shown, issued: { row, resumed } }) => ({
        draft: shown,
        ...(row === undefined
          ? {}
          : {
              sequence: row.sequence,
              number: numberText(row),
              date: row.date,
              period: row.period,
              resumed: resumed === true,
            }),
      })),
    },
  };
};
