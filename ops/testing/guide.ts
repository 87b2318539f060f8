/** The blocks of shell in a guide, in its order. */
export interface Blocks {
  /** Those that a test runs, one after the other. */
  tested: string[];
  /** Those marked `sh untested`: they need another machine, or what only its reader has. */
  untested: string[];
}

/** Reads the blocks of shell of a guide; those within a list without their indentation. */
export function readBlocks(markdown: string): Blocks {
  const blocks: Blocks = { tested: [], untested: [] };
  for (
    const [, indent = "", mark, text = ""] of markdown.matchAll(
      /^( *)```sh( untested)?\n([\s\S]*?)^\1```$/gm,
    )
  ) {
    const lines = text.split("\n").map((line) => line.slice(indent.length));
    blocks[mark === undefined ? "tested" : "untested"].push(lines.join("\n"));
  }
  return blocks;
}
