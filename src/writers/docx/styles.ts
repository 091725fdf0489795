/** The styles part of a DOCX: document defaults, Word's own styles under their own names, the document's styles. */
import {
  BuilderElement,
  DocumentAttributes,
  DocumentDefaults,
  type IStylesOptions,
  ParagraphProperties,
  RunProperties,
  StringValueElement,
  type XmlComponent,
} from "docx";
import type { NamedStyle, StyledDocument } from "../../layout/styled.js";
import { paragraphProperties, runProperties } from "./looks.js";
import { halfPoints } from "./measures.js";
import {
  FOOTNOTE_REFERENCE,
  FOOTNOTE_TEXT,
  NORMAL,
  PAGE_HEADER,
  PLAIN,
  type StyleSheet,
  writtenStyles,
} from "./style-sheet.js";

/**
 * Word knows its own styles by these names: a new footnote or header typed in Word takes them.
 * The Vietnamese name of the document's style is added as an alias.
 */
const BUILT_IN_NAMES: Readonly<Record<string, string>> = {
  [NORMAL]: "Normal",
  [FOOTNOTE_TEXT]: "footnote text",
  [PAGE_HEADER]: "header",
};

const text = (name: string, value: string): XmlComponent => new StringValueElement(name, value);
const flag = (name: string): XmlComponent => new BuilderElement({ name });

interface StyleAttributes {
  readonly type: "paragraph" | "character" | "table" | "numbering";
  readonly id: string;
  readonly isDefault?: boolean;
  readonly custom?: boolean;
}

function styleElement(attributes: StyleAttributes, children: readonly XmlComponent[]): XmlComponent {
  return new BuilderElement<{ type: string; isDefault?: string; custom?: string; id: string }>({
    name: "w:style",
    attributes: {
      type: { key: "w:type", value: attributes.type },
      ...(attributes.isDefault ? { isDefault: { key: "w:default", value: "1" } } : {}),
      ...(attributes.custom ? { custom: { key: "w:customStyle", value: "1" } } : {}),
      id: { key: "w:styleId", value: attributes.id },
    },
    children,
  });
}

/** A comma separates the aliases of a style, so that no name may hold one. */
const styleName = (name: string): string => name.replace(/\s*,\s*/gu, " – ");

function paragraphStyle(style: NamedStyle): XmlComponent {
  const builtIn = BUILT_IN_NAMES[style.id];
  const isNormal = style.id === NORMAL;
  const alias = builtIn !== undefined && style.name !== style.id;
  return styleElement({ type: "paragraph", id: style.id, isDefault: isNormal, custom: builtIn === undefined }, [
    text("w:name", builtIn ?? styleName(style.name)),
    ...(alias ? [text("w:aliases", styleName(style.name))] : []),
    ...(isNormal ? [] : [text("w:basedOn", NORMAL)]),
    flag("w:qFormat"),
    new ParagraphProperties({
      ...paragraphProperties(style.paragraph),
      widowControl: true,
      ...(style.outlineLevel === undefined ? {} : { outlineLevel: style.outlineLevel - 1 }),
    }),
    new RunProperties(runProperties(style.run)),
  ]);
}

const measure = (name: string, value: number): XmlComponent =>
  new BuilderElement<{ width: number; type: string }>({
    name,
    attributes: { width: { key: "w:w", value }, type: { key: "w:type", value: "dxa" } },
  });

/** Styles that Word expects in every document. Cell margins are those of the tables themselves. */
function foundations(): XmlComponent[] {
  const hidden = [text("w:uiPriority", "99"), flag("w:semiHidden"), flag("w:unhideWhenUsed")];
  return [
    styleElement({ type: "character", id: "DefaultParagraphFont", isDefault: true }, [
      text("w:name", "Default Paragraph Font"),
      text("w:uiPriority", "1"),
      flag("w:semiHidden"),
      flag("w:unhideWhenUsed"),
    ]),
    styleElement({ type: "table", id: "TableNormal", isDefault: true }, [
      text("w:name", "Normal Table"),
      ...hidden,
      new BuilderElement({
        name: "w:tblPr",
        children: [
          measure("w:tblInd", 0),
          new BuilderElement({
            name: "w:tblCellMar",
            children: [measure("w:top", 0), measure("w:left", 108), measure("w:bottom", 0), measure("w:right", 108)],
          }),
        ],
      }),
    ]),
    styleElement({ type: "numbering", id: "NoList", isDefault: true }, [text("w:name", "No List"), ...hidden]),
    styleElement({ type: "character", id: FOOTNOTE_REFERENCE }, [
      text("w:name", "footnote reference"),
      text("w:basedOn", "DefaultParagraphFont"),
      text("w:uiPriority", "99"),
      flag("w:unhideWhenUsed"),
      new RunProperties({ superScript: true }),
    ]),
  ];
}

/** The styles part. Nothing but what the document uses: the style gallery shows the office's own styles. */
export function stylesOf(document: StyledDocument, sheet: StyleSheet): IStylesOptions {
  const { font, language } = document;
  return {
    initialStyles: new DocumentAttributes(["mc", "r", "w", "w14", "w15"], "w14 w15"),
    importedStyles: [
      new DocumentDefaults({
        run: {
          font: { ascii: font, hAnsi: font, cs: font, eastAsia: font },
          size: halfPoints(sheet.normal.run.size),
          language: { value: language, eastAsia: language },
        },
        paragraph: paragraphProperties(PLAIN),
      }),
      ...writtenStyles(sheet).map(paragraphStyle),
      ...foundations(),
    ],
  };
}
