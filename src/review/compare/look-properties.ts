/** Which looks are compared where the text is equal, between which versions, and how they are told. Lengths in pt. */
import { beginningOf } from "../flow/beginning.js";
import { ALL_WORDS, type BlockLook, type Emphases, type FlowBlock, type VersionKind } from "../flow/flow.js";
import type { ChangeKind } from "./change.js";

type LookKind = Extract<ChangeKind, "font" | "paragraph" | "spacing" | "border">;

/** A look of a block. */
export interface LookProperty {
  readonly kind: LookKind;
  /** Blocks of which both versions tell it alike. */
  readonly comparable: (block: FlowBlock, old: VersionKind, neu: VersionKind) => boolean;
  /** What is compared; undefined where the version does not tell. */
  readonly value: (look: BlockLook) => string | number | boolean | undefined;
  /** Numbers differ from here on, pt. */
  readonly tolerance?: number;
  readonly say: (look: BlockLook) => string;
}

const decimal = (value: number): string => String(Math.round(value * 10) / 10).replace(".", ",");
const POINTS_PER_MM = 72 / 25.4;
const inMm = (points: number): string => `${decimal(points / POINTS_PER_MM)} mm`;

const always = (): boolean => true;
const ofOneKind = (_: FlowBlock, old: VersionKind, neu: VersionKind): boolean => old === neu;
/** Lines of a PDF are bold or not, whatever stands out in them; what part of a row is bold, each source tells in its own way. */
const ofPdf = ({ kind }: FlowBlock, old: VersionKind, neu: VersionKind): boolean =>
  (old === "pdf" || neu === "pdf") && (kind !== "row" || old === neu);
/** A draft and its Word file name the same words. */
const ofFiles = (block: FlowBlock, old: VersionKind, neu: VersionKind): boolean =>
  old === neu || (block.kind !== "row" && old !== "pdf" && neu !== "pdf");

/** Letters, and the sign that stands for all words: numbers of paragraphs are Word's own in one file and typed in another. */
const lettersOf = (text: string): string => text.replace(/[^\p{L}*]+/gu, "");

/** All of the block, against none of it: what stands out in a part of a Word file's paragraph, the lines of a PDF do not tell. */
const wholly = (emphasis: "bold" | "italic", word: string): LookProperty => ({
  kind: "font",
  comparable: ofPdf,
  value: (look) => {
    const part = look.emphases?.[emphasis];
    return part === undefined || part === ALL_WORDS ? look[emphasis] : undefined;
  },
  say: (look) => (look[emphasis] ? word : `không ${word}`),
});

/** Words that stand out, part of the block or all of it. */
const partly = (emphasis: keyof Emphases, word: string): LookProperty => ({
  kind: "font",
  comparable: ofFiles,
  value: ({ emphases }) => (emphases === undefined ? undefined : lettersOf(emphases[emphasis] ?? "")),
  say: ({ emphases = {} }) => {
    const text = emphases[emphasis];
    if (text === undefined) return `không có chữ ${word}`;
    if (emphasis === "colour") return `màu ${beginningOf(text.replaceAll(ALL_WORDS, "cả đoạn"))}`;
    return text === ALL_WORDS ? `${word} cả đoạn` : `${word} “${beginningOf(text)}”`;
  },
});

const ALIGNMENTS: Readonly<Record<string, string>> = {
  left: "trái",
  center: "giữa",
  right: "phải",
  both: "đều hai bên",
};
const LINE_RULES: Readonly<Record<string, (value: string) => string>> = {
  auto: (value) => `${value} dòng`,
  exact: (value) => `đúng ${value} pt`,
  atLeast: (value) => `ít nhất ${value} pt`,
};
const BORDERS = {
  all: "kẻ đủ viền",
  outer: "chỉ kẻ viền ngoài",
  inner: "chỉ kẻ bên trong",
  none: "không kẻ viền",
} as const;

const length = (
  kind: LookKind,
  key: "start" | "left" | "right" | "before" | "after",
  say: (value: number) => string,
  tolerance: number,
): LookProperty => ({
  kind,
  comparable: ofOneKind,
  value: (look) => look[key],
  tolerance,
  say: (look) => say(look[key] ?? 0),
});

/** Roundings of a file, and of what is measured on pages. */
const DECLARED = 0.6;
const MEASURED = 3;

/** The table of all that is compared. */
export const LOOK_PROPERTIES: readonly LookProperty[] = [
  { kind: "font", comparable: always, value: ({ font }) => font, say: ({ font = "" }) => `phông ${font}` },
  {
    kind: "font",
    comparable: always,
    value: ({ size }) => size,
    tolerance: 0.3,
    say: ({ size = 0 }) => `cỡ ${decimal(size)}`,
  },
  {
    kind: "font",
    comparable: ofOneKind,
    value: ({ otherSizes }) => otherSizes,
    say: ({ otherSizes = "" }) =>
      otherSizes === "" ? "không có chữ cỡ khác" : `có chữ cỡ ${otherSizes.replaceAll(".", ",").replaceAll(" ", "; ")}`,
  },
  wholly("bold", "đậm"),
  wholly("italic", "nghiêng"),
  partly("bold", "đậm"),
  partly("italic", "nghiêng"),
  partly("underline", "gạch chân"),
  partly("strike", "gạch ngang"),
  {
    ...partly("colour", "màu"),
    value: (look) => (look.emphases === undefined ? undefined : (look.emphases.colour ?? "").replace(/\s+/gu, "")),
  },
  {
    kind: "paragraph",
    comparable: ofOneKind,
    value: ({ align }) => align,
    say: ({ align = "left" }) =>
      `canh ${align
        .split(" ")
        .map((one) => ALIGNMENTS[one] ?? one)
        .join(", ")}`,
  },
  length("paragraph", "start", (value) => `dòng đầu thụt ${inMm(value)}`, MEASURED),
  length("paragraph", "left", (value) => `cả đoạn thụt trái ${inMm(value)}`, MEASURED),
  length("paragraph", "right", (value) => `cả đoạn thụt phải ${inMm(value)}`, MEASURED),
  {
    kind: "paragraph",
    comparable: ofOneKind,
    value: ({ breakBefore }) => breakBefore,
    say: ({ breakBefore }) => (breakBefore ? "sang trang mới" : "không sang trang mới"),
  },
  length("spacing", "before", (value) => `cách trên ${decimal(value)} pt`, DECLARED),
  length("spacing", "after", (value) => `cách dưới ${decimal(value)} pt`, DECLARED),
  {
    kind: "spacing",
    comparable: ofOneKind,
    value: ({ line }) => line,
    say: ({ line = "" }) => {
      const [rule = "", value = ""] = line.split(" ");
      return `giãn dòng ${LINE_RULES[rule]?.(value.replace(".", ",")) ?? line}`;
    },
  },
  {
    kind: "border",
    comparable: ofOneKind,
    value: ({ borders }) => borders,
    say: ({ borders = "none" }) => BORDERS[borders],
  },
];

/** Whether two looks differ in a property; not, where one of them does not tell it. */
export function differIn({ value, tolerance = 0 }: LookProperty, one: BlockLook, other: BlockLook): boolean {
  const [before, after] = [value(one), value(other)];
  if (before === undefined || after === undefined) return false;
  if (typeof before === "number" && typeof after === "number") return Math.abs(before - after) > tolerance;
  return before !== after;
}
