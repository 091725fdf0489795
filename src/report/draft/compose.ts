/** Runs a checked template over the figures of a period. */
import { findKey, keysOf, membersOf, type ValueKey } from "../../forms/index.js";
import { LINES } from "../../starting-draft/template.js";
import {
  lead,
  lowerFirst,
  nounOf,
  type Part,
  type Phrase,
  partsOfShare,
  SILENT,
  type Subject,
  sayBreakdown,
  sayComparison,
  sayCount,
  sayCumulative,
  sayOwnCoverage,
  sayShare,
  sayTarget,
} from "../sentences/index.js";
import type { FollowedPlan } from "../tasks/index.js";
import {
  type FigureMeasure,
  type Figures,
  measureKind,
  type PeriodTotals,
  type Scope,
  STATUS_WORDS,
  sayCoverage,
  type TargetSpan,
  WHOLE,
} from "../totals/index.js";
import { type HelperCall, nounIn } from "./helper-call.js";
import { areasOf, unitsWithin, yearsOf } from "./passages.js";
import { PlanPassages } from "./plan-passages.js";
import { runTemplate } from "./run-template.js";
import { FigureSource } from "./subject.js";
import { targetsWith } from "./targets.js";
import { sayUnits, unitsIn } from "./unit-lists.js";
import type { Values } from "./values.js";
import type { HelperName, UnitListName, VerdictName } from "./vocabulary.js";

export interface ReportMaterial {
  readonly figures: Figures;
  readonly totals: PeriodTotals;
  /** Codes of units whose first return came after the last day. */
  readonly late: ReadonlySet<string>;
  /** How many units wrote something under a heading of the outline, by its title. */
  readonly opinions: ReadonlyMap<string, number>;
  /** Plans whose tasks are reported on. */
  readonly plans?: readonly FollowedPlan[];
}

/** Names of units in a list, unless the template says how many. */
const MOST_NAMES = 12;

export class Composer {
  readonly #source: FigureSource;
  readonly #missing: ReadonlySet<string>;
  #scope: Scope;
  readonly #plans: PlanPassages;

  constructor(
    readonly material: ReportMaterial,
    readonly values: Values,
  ) {
    const { figures, totals } = material;
    this.#source = new FigureSource(figures, totals);
    this.#missing = new Set(totals.coverage.missing);
    this.#scope = this.#scopeNamed(WHOLE);
    this.#plans = new PlanPassages(totals, values, material.plans ?? [], this.#source.elapsed("year"));
  }

  #scopeNamed(id: string): Scope {
    const scope = this.material.totals.scopes.get(id);
    if (scope === undefined) throw new RangeError(`no scope ${id}`);
    return scope;
  }

  /** The indicator of a call, in its scope and period; undefined when that period is not known at all. */
  #subject({ args, options }: HelperCall): { readonly key: ValueKey; readonly subject: Subject } | undefined {
    const [key = ""] = args;
    const scope = options.scope === undefined ? this.#scope : this.#scopeNamed(options.scope);
    const subject = this.#source.subject(key, scope, options.period ?? this.material.totals.period.id, nounIn(options));
    return subject === undefined ? undefined : { key, subject };
  }

  #clause(call: HelperCall, usual: string, say: (subject: Subject, key: ValueKey) => Phrase): string {
    const found = this.#subject(call);
    const phrase = found === undefined ? SILENT : say(found.subject, found.key);
    return this.values.phrase(lead(call.options.lead ?? usual, phrase));
  }

  #figure(call: HelperCall): string {
    const found = this.#subject(call);
    const { verb, zero, of, lead: before = "" } = call.options;
    const noun = nounIn(call.options);
    if (found === undefined) return before + STATUS_WORDS.notReported;
    const figure = found.subject.ask(of as FigureMeasure | undefined);
    // a clause that does not apply is left out, as what is left of a share's target
    if (figure.status === "notAsked" && call.options.lead !== undefined) return "";
    const words = { ...(verb === undefined ? {} : { verb }), ...(zero === undefined ? {} : { zero }) };
    const isOwn = of === undefined || measureKind(of as FigureMeasure).of === "value";
    // in a list of targets the figures have been said with their coverage before
    const isListed = "target" in call.context;
    const own = noun === undefined || !isOwn || isListed ? "" : sayOwnCoverage(figure.coverage, this.#missing);
    // "chưa thực hiện": the target's name has said what
    const subject = isListed && !figure.value ? { ...found.subject, noun: undefined } : found.subject;
    return this.values.phrase([before, ...sayCount(figure, subject, words), own]);
  }

  #cell(call: HelperCall): string {
    const figure = this.#subject(call)?.subject.ask(call.options.of as FigureMeasure | undefined);
    if (figure === undefined) return STATUS_WORDS.notReported;
    return this.values.phrase([{ figure, printed: figure.printedInTable }]);
  }

  /** Parts that the template names, or those of the dimension; either way in the order of the form set. */
  #parts(key: ValueKey, { ask, noun }: Subject, named: Readonly<Record<string, string>>): readonly Part[] {
    const { formSet } = this.#source;
    const listed = [...keysOf(formSet).keys()].flatMap((part) => {
      const name = Object.hasOwn(named, part) ? named[part] : undefined;
      return name === undefined ? [] : [{ figure: ask(undefined, part), name }];
    });
    if (listed.length > 0) return listed;
    const indicator = findKey(formSet, key)?.indicator;
    const members = indicator === undefined ? [] : membersOf(formSet, indicator);
    const partOf = ({ code, name }: (typeof members)[number]): Part => ({
      figure: ask(undefined, `${key}.${code}`),
      // of a part within another, "trong đó" is said by the sentence
      name: this.values.outside(lowerFirst(name.replace(/^Trong đó:\s*/u, ""))),
    });
    return members
      .filter(({ within }) => within === undefined)
      .map((member) => ({
        ...partOf(member),
        within: members.filter(({ within }) => within === member.code).map(partOf),
        ...(noun === undefined ? {} : { noun }),
      }));
  }

  #cumulative(call: HelperCall): string {
    const { period, context } = this.material.totals;
    const first = context.plan?.first ?? period.firstYear;
    const span = { first, starts: period.firstYear === first, elapsed: this.#source.elapsed("plan") };
    return this.#clause(call, " ", (subject) => sayCumulative(subject, call.options.verb, span));
  }

  #coverage({ args }: HelperCall): string {
    const { totals } = this.material;
    const [key] = args;
    if (key !== undefined) return sayCoverage(totals.total(key, this.#scope).coverage);
    const { asked, counted } = totals.coverage;
    return `${counted.length}/${asked.length} đơn vị`;
  }

  #unitsOf({ args, options }: HelperCall) {
    return unitsIn(args[0] as UnitListName, this.material.totals, this.material.late, options.of);
  }

  /** A part that only a person can write; it is refused when the document is issued. */
  #write({ args, options }: HelperCall): string {
    const heard = options.section === undefined ? 0 : (this.material.opinions.get(options.section) ?? 0);
    return `[cần viết: ${args[0] ?? ""}${heard === 0 ? "" : `; ${heard} đơn vị có ý kiến, xem tệp ý kiến`}]`;
  }

  #targetsOf({ args, options }: HelperCall) {
    const span = (options.span ?? "year") as TargetSpan;
    return targetsWith(args[0] as VerdictName, span, this.#scope, this.#source);
  }

  #inScope(scope: Scope, { fn, context }: HelperCall): string {
    const outer = this.#scope;
    this.#scope = scope;
    try {
      return fn({ ...context, scope: { name: this.values.outside(scope.name) } });
    } finally {
      this.#scope = outer;
    }
  }

  #eachUnit(call: HelperCall): string {
    const [id] = call.args;
    const scope = id === undefined ? undefined : this.#scopeNamed(id);
    const units = unitsWithin(scope, this.material.totals);
    return units.map(({ code }) => this.#inScope(this.#scopeNamed(code), call)).join("");
  }

  readonly #helpers: { readonly [N in HelperName]: (call: HelperCall) => string } = {
    // values of the office are tokens already
    lines: ({ args }) => LINES.open + args.join("") + LINES.close,
    figure: (call) => this.#figure(call),
    cell: (call) => this.#cell(call),
    compare: (call) => this.#clause(call, ", ", sayComparison),
    target: (call) => {
      const span = (call.options.span ?? "year") as TargetSpan;
      return this.#clause(call, ", ", (subject) => sayTarget(subject, span, this.#source.elapsed(span)));
    },
    share: (call) =>
      this.#clause(call, "", (subject, key) => {
        const parts = partsOfShare(this.#source.formSet, key);
        return parts === undefined ? SILENT : sayShare(subject, parts, call.options.verb);
      }),
    breakdown: (call) =>
      this.#clause(call, "", (subject, key) =>
        sayBreakdown(
          subject.ask(),
          this.#parts(key, subject, call.options),
          call.options.lead === undefined ? undefined : "",
        ),
      ),
    cumulative: (call) => this.#cumulative(call),
    coverage: (call) => this.#coverage(call),
    units: (call) =>
      sayUnits(this.#unitsOf(call), (name) => this.values.outside(name), Number(call.options.most ?? MOST_NAMES)),
    tasks: (call) => this.#plans.tasks(call),
    write: (call) => this.#write(call),
    whenKind: ({ args, fn, inverse, context }) =>
      args.includes(this.material.totals.period.kind) ? fn(context) : inverse(context),
    whenReported: (call) => {
      const reported = this.#subject(call)?.subject.ask().status === "reported";
      return reported ? call.fn(call.context) : call.inverse(call.context);
    },
    whenUnits: (call) => (this.#unitsOf(call).length > 0 ? call.fn(call.context) : call.inverse(call.context)),
    whenTasks: (call) => (this.#plans.tasksOf(call).length > 0 ? call.fn(call.context) : call.inverse(call.context)),
    whenTargets: (call) => (this.#targetsOf(call).length > 0 ? call.fn(call.context) : call.inverse(call.context)),
    eachTarget: (call) =>
      this.#targetsOf(call)
        .map(({ key, name }) => {
          const { formSet } = this.#source;
          const indicator = findKey(formSet, key)?.indicator;
          const noun = indicator === undefined ? undefined : nounOf(indicator, formSet);
          const target = { name: this.values.outside(name), noun: noun === undefined ? "" : this.values.outside(noun) };
          return call.fn({ ...call.context, indicator: key, target });
        })
        .join(""),
    eachPlan: (call) => this.#plans.eachPlan(call),
    eachTask: (call) => this.#plans.eachTask(call),
    eachArea: (call) =>
      areasOf(this.material.totals)
        .map((scope) => this.#inScope(scope, call))
        .join(""),
    eachUnit: (call) => this.#eachUnit(call),
    eachYear: ({ fn, context }) =>
      yearsOf(this.material.totals)
        .map((yearly) => fn({ ...context, yearly }))
        .join(""),
  };

  /**
   * Runs a template that has been checked.
   *
   * @param context names with tokens for what comes from outside
   */
  run(program: hbs.AST.Program, context: object): string {
    return runTemplate(program, context, (name, call) => this.#helpers[name](call));
  }
}
