// @ts-check
/**
 * The program of a report's page: a click on a figure opens what it was worked out from. It reads the data that
 * src/report/page wrote (see trace-data.ts, page-figures.ts) and writes text only, never HTML.
 */

/** @typedef {import("../../src/report/page/trace-data.js").TraceData} TraceData */
/** @typedef {import("../../src/report/page/trace-data.js").NodeData} NodeData */
/** @typedef {import("../../src/report/page/page-figures.js").FigureData} FigureData */
/** @typedef {import("../../src/report/page/page-figures.js").LostFigure} LostFigure */
/** @typedef {Record<string, string>} Names */
/**
 * @typedef {object} PageData
 * @property {string} period
 * @property {boolean} allUnits
 * @property {(FigureData | LostFigure)[]} figures
 * @property {TraceData} traces
 * @property {Names} indicators
 * @property {Names} scopes
 * @property {Names} periods
 * @property {Names} measures
 * @property {[code: string, name: string, standing: string, area: string][]} units
 */

/** @template T @param {T | null | undefined} found @returns {T} */
const present = (found) => {
  if (found === null || found === undefined) throw new Error("trang thiếu phần");
  return found;
};

/** @param {string} id */
const byId = (id) => present(document.getElementById(id));

/** @type {PageData} */
const data = JSON.parse(byId("du-lieu").textContent ?? "");
const { traces } = data;

// ---- elements ----

/** @typedef {Node | string | undefined | false | null} Child */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string>} attributes
 * @param {...Child} children
 */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const child of children) if (child) element.append(child);
  return element;
}

/** A name from outside: its letters never turn the line around. @param {string} name */
const outside = (name) => make("bdi", {}, name);

/** @param {string} label @param {() => void} act @param {string} look */
function button(label, act, look = "link") {
  const made = make("button", { type: "button", class: look }, label);
  made.addEventListener("click", act);
  return made;
}

/** A fold whose content is made when it is first opened. @param {Child[]} head @param {() => Child[]} body @param {boolean} open */
function fold(head, body, open = false) {
  const made = make("details", {}, make("summary", {}, ...head));
  const fill = () => {
    if (made.childElementCount === 1) for (const child of body()) if (child) made.append(child);
  };
  if (open) fill();
  made.open = open;
  made.addEventListener("toggle", () => made.open && fill());
  return made;
}

/** @param {[string, Child][]} rows */
const list = (rows) =>
  make("dl", {}, ...rows.flatMap(([term, value]) => (value ? [make("dt", {}, term), make("dd", {}, value)] : [])));

const format = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 6 });
/** @param {number | undefined} value */
const say = (value) => (value === undefined ? "chưa có" : format.format(value));
/** @param {string} day ISO */
const sayDay = (day) => day.split("-").map(Number).reverse().join("/");

// ---- traces ----

/** @param {readonly number[]} runs first, step, count, … */
function expand(runs) {
  /** @type {number[]} */
  const numbers = [];
  for (let at = 0; at < runs.length; at += 3) {
    const [first = 0, step = 0, count = 0] = runs.slice(at, at + 3);
    for (let index = 0; index < count; index += 1) numbers.push(first + step * index);
  }
  return numbers;
}

/** @type {Map<number, number[]>} */
const returnsOf = new Map();

/** A cell with everything that is known of it. @param {number} column @param {number} at position in its values */
function cellAt(column, at) {
  const { key, measure, values, from, at: usual, elsewhere } = present(traces.columns[column]);
  const known = returnsOf.get(column) ?? expand(from);
  returnsOf.set(column, known);
  const [unit, period, file, revision, received] = present(traces.returns[present(known[at])]);
  const [code, name] = present(traces.units[unit]);
  const [sha256, fileName] = present(traces.files[file]);
  const [sheet, address] = present(traces.places[elsewhere?.[at] ?? usual]);
  const value = present(values[at]);
  return {
    key,
    measure,
    code,
    name,
    period: present(traces.periods[period]),
    value,
    revision,
    received,
    sha256,
    fileName,
    sheet,
    address,
  };
}

/** @typedef {ReturnType<typeof cellAt>} Cell */

/** @param {Cell} cell */
const sayRevision = ({ revision, received }) =>
  revision === undefined
    ? "số đầu kỳ"
    : `lần ${revision}${received === undefined ? "" : `, nhận ngày ${sayDay(received)}`}`;

/** @param {Cell} cell */
const cellFacts = (cell) =>
  list([
    ["Đơn vị", outside(cell.name)],
    ["Số liệu", `${cell.key} ${data.indicators[cell.key] ?? ""}`],
    ["Kỳ", data.periods[cell.period] ?? cell.period],
    ["Lần gửi", sayRevision(cell)],
    ["Tệp", outside(cell.fileName)],
    ["Mã băm (SHA-256)", make("code", { class: "hash" }, cell.sha256)],
    ["Trang tính", outside(cell.sheet)],
    ["Ô", make("code", {}, cell.address)],
  ]);

/** @param {Cell} cell @param {boolean} open */
const cellFold = (cell, open = false) =>
  fold(
    [
      make("span", { class: "who" }, outside(cell.name)),
      make("span", { class: "figure" }, say(cell.value)),
      make("span", { class: "where" }, `${sayRevision(cell)}; trang “${cell.sheet}”, ô ${cell.address}`),
    ],
    () => [cellFacts(cell)],
    open,
  );

const AT_ONCE = 40;

/**
 * Many things, some at a time, with a box to find one.
 *
 * @template T
 * @param {T[]} items
 * @param {(item: T) => Node} paint
 * @param {(item: T) => string} nameOf
 * @param {string} [what] they are
 */
function many(items, paint, nameOf, what = "đơn vị") {
  const rows = make("div", { class: "rows" });
  if (items.length <= AT_ONCE) {
    rows.append(...items.map(paint));
    return rows;
  }
  let shown = items;
  const places = make("div", {});
  const more = button("", () => show(), "more");
  const show = (fresh = false) => {
    if (fresh) places.replaceChildren();
    const from = places.childElementCount;
    places.append(...shown.slice(from, from + AT_ONCE).map(paint));
    const left = shown.length - places.childElementCount;
    more.hidden = left <= 0;
    more.textContent = `Hiện thêm (còn ${left})`;
  };
  const box = make("input", {
    type: "search",
    "aria-label": `Tìm trong ${items.length} ${what}`,
    placeholder: `Tìm trong ${items.length} ${what}`,
    autocomplete: "off",
  });
  box.addEventListener("input", () => {
    const wanted = foldText(box.value);
    shown = items.filter((item) => foldText(nameOf(item)).includes(wanted));
    show(true);
  });
  show();
  rows.append(box, places, more);
  return rows;
}

const REASONS = { notSent: "chưa gửi báo cáo", toCorrect: "báo cáo phải sửa", blank: "để trống số này" };

/** @param {number | undefined} index */
function missingFold(index) {
  if (index === undefined) return undefined;
  const missing = present(traces.missing[index]);
  const item = (/** @type {(typeof missing)[number]} */ { name, reason, period }) =>
    make(
      "p",
      { class: "missing" },
      outside(name),
      ` – ${REASONS[reason]}`,
      period !== data.period && ` (${data.periods[period] ?? period})`,
    );
  return fold(
    [make("span", { class: "who" }, `Không có số của ${missing.length} đơn vị`)],
    () => [many([...missing], item, ({ name }) => name)],
    missing.length <= 5,
  );
}

/** @param {number} index */
function figureOf(index) {
  const node = present(traces.nodes[index]);
  if (node.kind === "cell") return cellAt(node.column, node.at).value;
  return node.kind === "absent" ? undefined : node.value;
}

/** @param {number} index */
function labelOf(index) {
  const node = present(traces.nodes[index]);
  return node.kind === "cell" ? cellAt(node.column, node.at).name : node.label;
}

const NAME = /[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*/gu;

/** The formula with figures in the place of names; undefined where a name has none of its own. @param {Extract<NodeData, {kind: "formula"}>} node */
function inFigures({ formula, operands }) {
  const values = new Map(operands.map(([name, index]) => [name, figureOf(index)]));
  let whole = true;
  const text = formula.replace(NAME, (name) => {
    if (name === "abs" || name === "max" || name === "min" || name === "round") return name;
    const value = values.get(name);
    if (value === undefined) whole = false;
    return say(value);
  });
  return whole ? text : undefined;
}

/** What a node rests on. @param {number} index @returns {Node[]} */
function nodeBody(index) {
  const node = present(traces.nodes[index]);
  switch (node.kind) {
    case "cell":
      return [cellFacts(cellAt(node.column, node.at))];
    case "declared":
      return [
        list([
          ["Quy định trong", `bộ biểu mẫu ${node.formSet}`],
          ["Tên", node.label],
          ["Giá trị", say(node.value)],
        ]),
      ];
    case "absent":
      return [make("p", {}, node.reason)];
    case "formula": {
      const figures = inFigures(node);
      const result = node.word ?? say(node.value);
      const line = make(
        "p",
        { class: "formula" },
        make("code", {}, node.formula),
        figures !== undefined && make("span", {}, ` ${figures} `),
        make("b", {}, node.word === undefined ? `= ${result}` : `→ ${result}`),
      );
      return [line, ...node.operands.map(([name, each]) => nodeFold(each, name))];
    }
    case "column": {
      const positions = expand(present(traces.lists[node.units]));
      const cells = positions.map((at) => cellAt(node.column, at));
      const missing = missingFold(node.missing);
      const total = make(
        "p",
        { class: "formula" },
        `Cộng số của ${cells.length} đơn vị `,
        make("b", {}, `= ${say(node.value)}`),
      );
      return [
        total,
        many(
          cells,
          (cell) => cellFold(cell),
          ({ name }) => name,
        ),
        ...(missing === undefined ? [] : [missing]),
      ];
    }
    case "sum": {
      const missing = missingFold(node.missing);
      const total = make(
        "p",
        { class: "formula" },
        `Cộng ${node.parts.length} số `,
        make("b", {}, `= ${say(node.value)}`),
      );
      return [
        total,
        many([...node.parts], (part) => nodeFold(part), labelOf),
        ...(missing === undefined ? [] : [missing]),
      ];
    }
  }
}

/** @param {number} index @param {string} [name] as it stands in the formula above @returns {Node} */
function nodeFold(index, name) {
  const node = present(traces.nodes[index]);
  if (node.kind === "cell" && name === undefined) return cellFold(cellAt(node.column, node.at));
  return fold(
    [
      name !== undefined && make("code", {}, name),
      make("span", { class: "who" }, outside(labelOf(index))),
      make("span", { class: "figure" }, node.kind === "absent" ? node.reason : say(figureOf(index))),
    ],
    () => nodeBody(index),
  );
}

// ---- the panel ----

const panel = /** @type {HTMLDialogElement} */ (byId("nguon"));
const panelTitle = byId("nguon-ten");
const panelContent = byId("nguon-noi-dung");
/** @type {HTMLElement | undefined} */
let opener;

/** @param {string} address after the "#"; "" for none */
function setAddress(address) {
  const url = address === "" ? `${location.pathname}${location.search}` : `#${encodeURI(address)}`;
  try {
    history.replaceState(null, "", url);
  } catch {
    // an address is a comfort: some programs that show local files allow none
  }
}

/** @param {Child[]} title @param {Child[]} content @param {HTMLElement | undefined} from */
function openPanel(title, content, from) {
  if (from !== undefined && !panel.contains(from)) opener = from;
  const before = opener?.getBoundingClientRect().top;
  panelTitle.replaceChildren(...title.filter((child) => child instanceof Node || typeof child === "string"));
  panelContent.replaceChildren(...content.filter((child) => child instanceof Node || typeof child === "string"));
  if (!panel.open) panel.show();
  document.body.classList.add("with-panel");
  // the text moves aside for the panel; what was clicked stays where it is
  if (before !== undefined && opener !== undefined)
    scrollBy({ top: opener.getBoundingClientRect().top - before, behavior: "instant" });
  panelContent.scrollTop = 0;
  panelTitle.tabIndex = -1;
  panelTitle.focus();
}

function mark(/** @type {number | undefined} */ figure) {
  for (const each of document.querySelectorAll(".so.now")) each.classList.remove("now");
  if (figure === undefined) return;
  for (const each of document.querySelectorAll(`[data-so="${figure}"]`)) each.classList.add("now");
}

function closePanel() {
  if (!panel.open) return;
  panel.close();
  document.body.classList.remove("with-panel");
  mark(undefined);
  setAddress("");
  opener?.focus();
  opener = undefined;
}

/** @param {FigureData | LostFigure} figure @returns {figure is LostFigure} */
const isLost = (figure) => "lost" in figure;

/** The first place of a figure in the report, else on the page. @param {number} index */
const placeOf = (index) =>
  /** @type {HTMLElement | null} */ (
    document.querySelector(`.sheet [data-so="${index}"]`) ?? document.querySelector(`main [data-so="${index}"]`)
  );

/** @param {number} index @param {HTMLElement} [from] */
function openFigure(index, from) {
  const figure = present(data.figures[index]);
  setAddress(figure.binding);
  mark(index);
  if (isLost(figure)) {
    openPanel(
      [figure.printed],
      [make("p", {}, figure.lost), list([["Gắn với", make("code", {}, figure.binding)]])],
      from,
    );
    return;
  }
  const { key, scope, period, measure, value, unit, coverage, toExplain, leftOut, target, was } = figure;
  const place = placeOf(index);
  const counted = unit !== undefined && unit !== "%" && value !== undefined ? ` ${unit}` : "";
  const facts = list([
    ["Chỉ tiêu", make("span", {}, make("code", {}, key), ` ${data.indicators[key] ?? ""}`)],
    ["Số đo", data.measures[measure] ?? measure],
    ["Phạm vi", outside(data.scopes[scope] ?? scope)],
    ["Kỳ", data.periods[period] ?? period],
    ["Tính trên", coverage],
    ["Giá trị đầy đủ", value !== undefined && !Number.isInteger(value) && say(value)],
    ["Chỉ tiêu giao", target],
    ["Còn phải giải trình", toExplain && outside(toExplain.join(", "))],
    ["Không so sánh được", leftOut && outside(leftOut.join(", "))],
    ["Lưu ý", figure.secondSource && "số của nguồn thứ hai: để đối soát, không vào tổng"],
  ]);
  const moved =
    was !== undefined &&
    make(
      "p",
      { class: "alert" },
      "Trong bản thảo: ",
      make("del", {}, was.join(", ")),
      "; theo sổ theo dõi nay là ",
      make("ins", {}, figure.printed),
      ".",
    );
  const missing = missingFold(figure.missing);
  openPanel(
    [figure.printed, counted],
    [
      moved,
      facts,
      missing,
      make("h3", {}, "Từ đâu ra"),
      make("div", { class: "trace" }, make("p", { class: "label" }, labelOf(figure.trace)), ...nodeBody(figure.trace)),
      make("h3", {}, "Tra lại"),
      make("p", { class: "command" }, make("code", {}, `vanthu trace ${figure.binding}`)),
      place !== null &&
        make(
          "p",
          {},
          button("Xem chỗ này trong báo cáo", () => place.scrollIntoView({ block: "center" })),
        ),
    ],
    from,
  );
}

const STANDINGS = {
  counted: "Số liệu được tính",
  notSent: "Chưa gửi báo cáo, không có trong tổng",
  toCorrect: "Báo cáo phải sửa, không có trong tổng",
};

/** Everything that the page carries of a unit. @param {string} code @param {HTMLElement} [from] */
function openUnit(code, from) {
  const unit = data.units.find(([each]) => each === code);
  const [, name = code, standing = "", area = ""] = unit ?? [];
  mark(undefined);
  /** @type {Map<string, Cell[]>} */
  const found = new Map();
  traces.columns.forEach(({ from: runs }, column) => {
    expand(runs).forEach((index, at) => {
      const [unitAt, period] = present(traces.returns[index]);
      if (present(traces.units[unitAt])[0] !== code) return;
      const id = present(traces.periods[period]);
      found.set(id, [...(found.get(id) ?? []), cellAt(column, at)]);
    });
  });
  const own = data.figures.flatMap((figure, index) => (!isLost(figure) && figure.scope === code ? [index] : []));
  const periods = [...found].map(([period, cells]) =>
    fold(
      [make("span", { class: "who" }, `${data.periods[period] ?? period}: ${cells.length} số`)],
      () => [
        many(
          cells,
          (cell) =>
            fold(
              [
                make("code", {}, cell.key),
                make("span", { class: "who" }, data.indicators[cell.key] ?? ""),
                make("span", { class: "figure" }, say(cell.value)),
              ],
              () => [cellFacts(cell)],
            ),
          ({ key }) => `${key} ${data.indicators[key] ?? ""}`,
          "số",
        ),
      ],
      period === data.period,
    ),
  );
  openPanel(
    [outside(name)],
    [
      list([
        ["Mã", make("code", {}, code)],
        ["Khu vực", outside(area)],
        ["Tình trạng", STANDINGS[/** @type {keyof typeof STANDINGS} */ (standing)] ?? ""],
      ]),
      periods.length > 0 && make("h3", {}, "Số đơn vị đã gửi, có trong báo cáo này"),
      ...periods,
      own.length > 0 && make("h3", {}, "Số của đơn vị trong phụ lục"),
      ...own.slice(0, 200).map((index) => resultButton(index)),
    ],
    from,
  );
}

// ---- search ----

/** @param {string} text */
const foldText = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D").toLowerCase();

/** @param {FigureData} figure */
const meaningOf = ({ key, scope, period, measure }) =>
  [
    `${key} ${data.indicators[key] ?? ""}`,
    data.scopes[scope] ?? scope,
    measure !== "thuc-hien" && (data.measures[measure] ?? measure),
    period !== data.period && (data.periods[period] ?? period),
  ]
    .filter(Boolean)
    .join(" · ");

/** @param {number} index */
function resultButton(index) {
  const figure = present(data.figures[index]);
  const made = make(
    "button",
    { type: "button", class: "result" },
    make("b", {}, figure.printed),
    ` ${isLost(figure) ? figure.binding : meaningOf(figure)}`,
  );
  made.addEventListener("click", () => openFigure(index, made));
  return made;
}

const box = /** @type {HTMLInputElement} */ (byId("tim"));
const results = byId("ket-qua");
const MOST_RESULTS = 30;

/** @type {string[] | undefined} */
let figureTexts;

/** The whole stands before its parts, the figure itself before what is said of it. @param {number} index */
function rankOf(index) {
  const figure = present(data.figures[index]);
  if (isLost(figure)) return 0;
  return (figure.scope === "tinh" ? 0 : 2) + (figure.measure === "thuc-hien" ? 0 : 1);
}

function search() {
  const words = foldText(box.value).split(/\s+/u).filter(Boolean);
  results.hidden = words.length === 0;
  if (words.length === 0) return results.replaceChildren();
  figureTexts ??= data.figures.map((figure) =>
    foldText(isLost(figure) ? figure.binding : `${figure.printed} ${meaningOf(figure)} ${figure.binding}`),
  );
  const fits = (/** @type {string} */ text) => words.every((word) => text.includes(word));
  const units = data.units.filter(([code, name]) => fits(foldText(`${code} ${name}`)));
  const figures = figureTexts
    .flatMap((text, index) => (fits(text) ? [index] : []))
    .sort((a, b) => rankOf(a) - rankOf(b));
  const unitButton = (/** @type {PageData["units"][number]} */ [code, name]) => {
    const made = make("button", { type: "button", class: "result" }, make("b", {}, outside(name)), ` ${code}`);
    made.addEventListener("click", () => openUnit(code, made));
    return made;
  };
  const head = (/** @type {string} */ what, /** @type {number} */ count) =>
    make("p", { class: "count" }, `${what}: ${count}${count > MOST_RESULTS ? `, hiện ${MOST_RESULTS}` : ""}`);
  results.replaceChildren(
    ...(units.length > 0 ? [head("Đơn vị", units.length), ...units.slice(0, MOST_RESULTS).map(unitButton)] : []),
    ...(figures.length > 0
      ? [head("Số liệu", figures.length), ...figures.slice(0, MOST_RESULTS).map(resultButton)]
      : []),
    ...(units.length + figures.length === 0 ? [make("p", { class: "count" }, "Không tìm thấy.")] : []),
  );
}

function endSearch() {
  results.hidden = true;
}

// ---- the reader ----

box.addEventListener("input", search);
box.addEventListener("focus", () => box.value !== "" && search());
box.addEventListener("keydown", (event) => {
  const first = results.querySelector("button");
  if ((event.key === "ArrowDown" || event.key === "Enter") && first !== null && !results.hidden) {
    event.preventDefault();
    if (event.key === "Enter") first.click();
    else first.focus();
  }
});
results.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  const all = [...results.querySelectorAll("button")];
  const focused = /** @type {HTMLButtonElement} */ (document.activeElement);
  const at = all.indexOf(focused) + (event.key === "ArrowDown" ? 1 : -1);
  (all[at] ?? box).focus();
});
results.addEventListener("click", endSearch);

/** @param {EventTarget | null} target */
const openable = (target) =>
  target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest("[data-so], [data-don-vi]")) : null;

/** @param {HTMLElement} element */
function openFrom(element) {
  const { so, donVi } = element.dataset;
  if (so !== undefined) openFigure(Number(so), element);
  else if (donVi !== undefined) openUnit(donVi, element);
}

document.addEventListener("click", (event) => {
  const found = openable(event.target);
  if (found !== null) {
    event.preventDefault();
    openFrom(found);
  }
  if (event.target instanceof Element && event.target.closest(".find") === null) endSearch();
});
// figures are links that act as buttons: the space key presses a button
document.addEventListener("keydown", (event) => {
  const found = openable(event.target);
  if (event.key !== " " || found === null || !(found instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  openFrom(found);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (!results.hidden) {
    endSearch();
    box.focus();
  } else closePanel();
});
byId("dong").addEventListener("click", closePanel);

/** @param {string} text */
function safeDecode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Opens the figure that the address names: a link to one figure of the report. */
function followAddress() {
  const address = location.hash.slice(1);
  if (!address.startsWith("vt:")) return;
  const index = data.figures.findIndex(({ binding }) => binding === safeDecode(address));
  if (index < 0) return;
  const place = placeOf(index);
  openFigure(index, place ?? undefined);
  place?.scrollIntoView({ block: "center" });
}
addEventListener("hashchange", followAddress);
followAddress();
