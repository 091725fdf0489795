import type { FootnoteReference } from "mdast";
import type { Extension as MdastExtension } from "mdast-util-from-markdown";
import type { Code, Effects, Extension, State, TokenizeContext } from "micromark-util-types";

declare module "micromark-util-types" {
  interface TokenTypeMap {
    noteCall: "noteCall";
  }
}

const CARET = 94;
const OPENING = 91;
const CLOSING = 93;

/**
 * `[^label]` in the text. The GFM extension knows a call only where its definition is part of the same Markdown; here
 * every paragraph is read by itself and definitions are looked up at the end, so that a missing one is a finding.
 */
export const noteCallSyntax: Extension = { text: { [OPENING]: { name: "noteCall", tokenize } } };

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return (code) => {
    effects.enter("noteCall");
    effects.consume(code);
    return caret;
  };

  function caret(code: Code): State | undefined {
    if (code !== CARET) return nok(code);
    effects.consume(code);
    return (first) => (isLabel(first) ? label(first) : nok(first));
  }

  function label(code: Code): State | undefined {
    if (code === CLOSING) {
      effects.consume(code);
      effects.exit("noteCall");
      return ok;
    }
    if (!isLabel(code)) return nok(code);
    effects.consume(code);
    return label;
  }
}

/** A character of a label: anything but blanks, line ends (negative codes), the end and brackets. */
function isLabel(code: Code): boolean {
  return code !== null && code > 32 && code !== OPENING && code !== CLOSING;
}

/** Makes the calls nodes of the tree; `identifier` is what definitions are looked up by. */
export const noteCallNodes: MdastExtension = {
  enter: {
    noteCall(token) {
      const label = this.sliceSerialize(token).slice(2, -1);
      const node: FootnoteReference = { type: "footnoteReference", identifier: noteIdentifier(label), label };
      this.enter(node, token);
    },
  },
  exit: {
    noteCall(token) {
      this.exit(token);
    },
  },
};

/** Labels that differ only in case are the same note. */
export function noteIdentifier(label: string): string {
  return label.toLowerCase();
}
