import { assertEquals, assertStringIncludes } from "@std/assert";
import { pathTo } from "./paths.ts";
import { missingTools, testWith } from "../ops/testing/tools.ts";
import { findMessageProblems, readMessageFile } from "./commit_rules.ts";

Deno.test("findMessageProblems() finds nothing in a conventional message", () => {
  for (
    const message of [
      "fix(scraper): keep leading zeros of club numbers",
      "docs: say how a change lands",
      "feat(api)!: answer marks in hundredths",
      "feat(shared): VMA from tests on the track",
      "docs: PostgreSQL 17 needs a restore",
      "perf(web): write to the cache later\n\nA visitor waited for the disk.\n",
    ]
  ) assertEquals(findMessageProblems(message), [], message);
});

Deno.test("findMessageProblems() says what is wrong with a message", () => {
  const cases: [message: string, problem: string][] = [
    ["x", `the subject is not "type(member): what it does": "x"`],
    ["", `the subject is not "type(member): what it does": ""`],
    ["Fixed the bug", `the subject is not "type(member): what it does": "Fixed the bug"`],
    ["fixup! fix: a", `the subject is not "type(member): what it does": "fixup! fix: a"`],
    ["fix(Scraper): keep zeros", "the subject is not"],
    ["bugfix: keep zeros", `"bugfix" is none of feat, fix, perf`],
    ["fix: Keep zeros", "the subject begins with a capital letter"],
    ["fix: keep zeros.", "the subject ends with a period"],
    [`fix: ${"a".repeat(96)}`, "the subject has 101 characters, of 100 at most"],
    ["fix: keep zeros\nof clubs", "no blank line stands below the subject"],
    ["refactor: give the domain rooms", "a refactor needs a body that says why"],
    ["perf(web): hash once\n\n \n", "a perf needs a body that says why"],
  ];
  for (const [message, problem] of cases) {
    const [first = "", ...others] = findMessageProblems(message);
    assertStringIncludes(first, problem);
    assertEquals(others, []);
  }
});

Deno.test("readMessageFile() leaves out what git adds, and what git wrote", () => {
  const file = `fix: keep zeros

Because they count.
# Please enter the commit message
# ------------------------ >8 ------------------------
diff --git a/a b/a
`;
  assertEquals(readMessageFile(file), "fix: keep zeros\n\nBecause they count.");
  assertEquals(readMessageFile("Merge branch 'clubs'\n"), null);
  assertEquals(readMessageFile("fixup! fix: keep zeros\n"), null);
});

/** A repository of its own with the project's hook, and no settings of this machine. */
async function openRepository(): Promise<AsyncDisposable & { path: string }> {
  const path = await Deno.makeTempDir({ prefix: "mypacer-commits-" });
  await git(path, "init", "--quiet", "--initial-branch=main");
  await git(path, "config", "user.name", "Invented");
  await git(path, "config", "user.email", "invented@example.org");
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}

const decoder = new TextDecoder();

async function run(cwd: string, program: string, args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(program, {
    args,
    cwd,
    env: { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" },
  }).output();
  return { code, out: decoder.decode(stdout), error: decoder.decode(stderr) };
}

async function git(cwd: string, ...args: string[]): Promise<void> {
  const { code, error } = await run(cwd, "git", args);
  assertEquals(code, 0, error);
}

const commit = (path: string, message: string) =>
  git(path, "commit", "--quiet", "--allow-empty", "--message", message);

const check = (path: string, ...args: string[]) =>
  run(path, Deno.execPath(), ["run", "-q", "--allow-run=git", pathTo("commit_check.ts"), ...args]);

testWith(
  missingTools("git"),
  "commit_check reads the commits of a range, merges left out",
  async () => {
    await using repository = await openRepository();
    const { path } = repository;
    await commit(path, "x");
    await git(path, "checkout", "--quiet", "-b", "clubs");
    await commit(path, "feat(api): tell a club's members");
    await git(path, "checkout", "--quiet", "main");
    await commit(path, "refactor: give the domain rooms");
    await git(path, "merge", "--quiet", "--no-ff", "clubs", "--message", "Merge branch 'clubs'");

    const whole = await check(path, "HEAD~1..HEAD");
    assertEquals([whole.code, whole.error], [0, "Well written: 1\n"]);
    const wrong = await check(path, "HEAD~2..HEAD");
    assertEquals(wrong.code, 1);
    assertStringIncludes(wrong.error, ": a refactor needs a body that says why\n");
    assertEquals((await check(path, "nowhere..HEAD")).code, 2);
    assertEquals((await check(path, "--all")).code, 2);
  },
);

testWith(
  missingTools("git"),
  "the hook refuses a message and lets a well written one pass",
  async () => {
    await using repository = await openRepository();
    const { path } = repository;
    await git(path, "config", "core.hooksPath", pathTo("../.githooks"));
    const refused = await run(path, "git", ["commit", "-q", "--allow-empty", "-m", "Fixed it"]);
    assertEquals(refused.code, 1);
    assertStringIncludes(refused.error, `is not "type(member): what it does": "Fixed it"`);
    await commit(path, "fix(api): answer again");
  },
);
