/** Of each file, named from the root, its lines that can be run and whether tests ran them. */
export type CoveredLines = Map<string, Map<number, boolean>>;

/** Lines that tests ran, of all that could be run. */
export interface Share {
  covered: number;
  all: number;
}

/** What is there for tests only, and says nothing of what they leave out; and what a build made. */
const LEFT_OUT = /_test\.tsx?$|\/(?:testing|testdata|\.output|\.fresh|node_modules)\//;

/** Notes a line; one that was run by any test stays so. */
export function noteLine(
  lines: CoveredLines,
  { file, line, isCovered }: { file: string; line: number; isCovered: boolean },
): void {
  const ofFile = lines.get(file) ?? new Map<number, boolean>();
  lines.set(file, ofFile.set(line, isCovered || ofFile.get(line) === true));
}

/**
 * Reads a report in the format of lcov.
 *
 * @param root Folder of the repository, with a slash at its end: files outside are left out.
 */
export function readLcov(lcov: string, root: string): CoveredLines {
  const lines: CoveredLines = new Map();
  let file = "";
  for (const text of lcov.split("\n")) {
    const [, path] = /^SF:(.*)$/.exec(text) ?? [];
    if (path !== undefined) file = path.startsWith(root) ? path.slice(root.length) : "";
    const [, line, times] = /^DA:(\d+),(\d+)/.exec(text) ?? [];
    if (file === "" || line === undefined) continue;
    noteLine(lines, { file, line: Number(line), isCovered: times !== "0" });
  }
  return lines;
}

/** Adds up lines by member, in the order in which members come; help for tests does not count. */
export function sharesByMember(lines: CoveredLines): Map<string, Share> {
  const members = new Map<string, Share>();
  for (const [file, ofFile] of lines) {
    if (LEFT_OUT.test(file)) continue;
    const [member = ""] = file.split("/");
    const share = members.get(member) ?? { covered: 0, all: 0 };
    members.set(member, share);
    share.all += ofFile.size;
    share.covered += ofFile.values().filter(Boolean).toArray().length;
  }
  return members;
}
