/** Lines that tests ran, of all that could be run. */
export interface CoveredLines {
  covered: number;
  all: number;
}

/** What is there for tests only, and says nothing of what they leave out. */
const FOR_TESTS = /_test\.tsx?$|\/(?:testing|testdata)\//;

/**
 * Adds up a report in the format of lcov by member, in the order in which they come.
 *
 * @param root Folder of the repository, with a slash at its end: files outside do not count.
 */
export function linesByMember(lcov: string, root: string): Map<string, CoveredLines> {
  const members = new Map<string, CoveredLines>();
  let counted: CoveredLines | null = null;
  for (const line of lcov.split("\n")) {
    const [, file] = /^SF:(.*)$/.exec(line) ?? [];
    if (file !== undefined) {
      const path = file.startsWith(root) ? file.slice(root.length) : "";
      const [member = ""] = path.split("/");
      counted = null;
      if (path === "" || FOR_TESTS.test(path)) continue;
      counted = members.get(member) ?? { covered: 0, all: 0 };
      members.set(member, counted);
    }
    const [, times] = /^DA:\d+,(\d+)/.exec(line) ?? [];
    if (times === undefined || counted === null) continue;
    counted.all++;
    if (times !== "0") counted.covered++;
  }
  return members;
}
