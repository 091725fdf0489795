/** Structure tags (ISO 32000-1, 14.7 and 14.8): the tree that tells a reader what the marks on the page are. */
import type { KitDocument, KitStructureElement, KitStructureOptions } from "./kit.js";

/** An element of the structure; without `kit` in a file without tags. */
export interface Tag {
  readonly type: string;
  readonly kit?: KitStructureElement;
}

/** A tag that paragraphs go into, and the list that is open in it. */
export interface Container {
  readonly tag: Tag;
  /** Its one paragraph has no tag of its own: a table of thousands of cells is half as large for it. */
  readonly bare?: boolean;
  list?: Tag | undefined;
}

/** Types that PDF 1.7 does not know, and what it takes them for. */
const ROLE_MAP = { Title: "P" };

export class TagTree {
  readonly root: Tag;
  private readonly ids: unknown[] = [];

  /** @param tagged false to draw without tags */
  constructor(
    private readonly document: KitDocument,
    private readonly tagged: boolean,
  ) {
    if (!tagged) {
      this.root = { type: "Document" };
      return;
    }
    const element = document.struct("Document");
    document.addStructure(element);
    document.getStructTreeRoot().data.RoleMap = ROLE_MAP;
    // The root of a tree has no limits (ISO 32000-1, table 37); PDFKit writes them.
    document.getStructParentTree().limits = false;
    this.root = { type: "Document", kit: element };
  }

  /** Adds an element to another, behind what the other holds already. */
  add(parent: Tag, type: string, options: KitStructureOptions = {}): Tag {
    if (parent.kit === undefined) return { type };
    const kit = this.document.struct(type, options);
    parent.kit.add(kit);
    return { type, kit };
  }

  /** Gives an element attributes of one owner, e.g. "Table". */
  setAttributes(tag: Tag, owner: string, attributes: Readonly<Record<string, string | number>>): void {
    if (tag.kit !== undefined) tag.kit.dictionary.data.A = { O: owner, ...attributes };
  }

  /**
   * Gives an element an identifier.
   *
   * @param id unique in the document, ASCII; identifiers come in ascending order
   */
  setId(tag: Tag, id: string): void {
    if (tag.kit === undefined) return;
    tag.kit.dictionary.data.ID = new String(id);
    this.ids.push(new String(id), tag.kit.dictionary);
    this.document.getStructTreeRoot().data.IDTree = { Names: this.ids };
  }

  /** Draws the operators as content of an element; on another page than before, the element goes on there. */
  content(tag: Tag, operators: string): void {
    if (operators === "") return;
    if (tag.kit === undefined) {
      this.document.addContent(operators);
      return;
    }
    const content = this.document.markStructureContent(tag.type);
    this.document.addContent(operators).endMarkedContent();
    tag.kit.add(content);
  }

  /** Draws operators that are no content: page numbers and repeated rows (Pagination), rules (Layout). */
  artifact(type: "Pagination" | "Layout", operators: string): void {
    if (operators === "") return;
    if (!this.tagged) {
      this.document.addContent(operators);
      return;
    }
    this.document.markContent("Artifact", { type }).addContent(operators).endMarkedContent();
  }
}
