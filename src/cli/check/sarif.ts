/** Results as SARIF 2.1.0 (OASIS), which editors and build servers read. */
import { packageVersion } from "../../assets.js";
import type { Finding } from "../../findings/finding.js";
import { knownRules } from "../../rules/index.js";
import type { CheckedFile } from "./check-file.js";

/** A path as a relative URI; what is absolute outside the working folder stays a file URI. */
const uriOf = (shown: string): string => {
  const path = shown.replaceAll("\\", "/");
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  return /^(?:\/|[A-Za-z]:)/u.test(path) ? `file://${path.startsWith("/") ? "" : "/"}${encoded}` : encoded;
};

function locationOf({ place }: Finding, shown: string) {
  const { line, column } = place ?? {};
  // a finding about what is missing has no line: the region is left out, as the standard allows
  const region =
    line === undefined || line < 1 ? {} : { region: { startLine: line, ...(column ? { startColumn: column } : {}) } };
  return { physicalLocation: { artifactLocation: { uri: uriOf(place?.file ?? shown) }, ...region } };
}

/** The log of one run. */
export function sarifLog(files: readonly CheckedFile[]): object {
  const found = files.flatMap(({ shown, findings }) => findings.map((finding) => ({ shown, finding })));
  const titles = new Map(knownRules().map((rule) => [rule.id, rule]));
  const ids = [...new Set(found.map(({ finding }) => finding.rule ?? finding.id))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "vanthu",
            version: packageVersion(),
            language: "vi-VN",
            rules: ids.map((id) => ({
              id,
              ...(titles.has(id) ? { shortDescription: { text: titles.get(id)?.title ?? id } } : {}),
              defaultConfiguration: { level: titles.get(id)?.severity ?? "warning" },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: found.map(({ shown, finding }) => {
          const ruleId = finding.rule ?? finding.id;
          const basis = finding.clause === undefined ? "" : ` [${finding.clause}]`;
          return {
            ruleId,
            ruleIndex: ids.indexOf(ruleId),
            level: finding.severity,
            message: { text: `${finding.found} ${finding.remedy}${basis}` },
            locations: [locationOf(finding, shown)],
          };
        }),
      },
    ],
  };
}
