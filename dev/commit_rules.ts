/**
 * How a commit's message is written: the one table of it, for `deno task commits` and the git hook.
 */

/** What a commit does, by the first word of its subject. */
const COMMIT_TYPES = {
  feat: "something new for a visitor, an operator or a developer",
  fix: "something that was wrong",
  perf: "the same, faster or with less",
  refactor: "the same behavior in another shape",
  test: "tests alone",
  docs: "documents and comments alone",
  ci: "what runs on GitHub",
  build: "what builds the images and the site",
  chore: "dependencies and other upkeep",
  style: "format alone",
  revert: "takes a commit back",
} as const;

/** Types whose subject cannot say why: their commits have a body that does. */
const WITH_BODY: readonly string[] = ["refactor", "perf"];
/** Columns of a subject; what is longer is cut where GitHub lists commits, or folded in a mail. */
const LONGEST_SUBJECT = 100;

const SUBJECT = /^(?<type>[a-z]+)(?:\([a-z0-9_-]+\))?!?: (?<text>.+)$/;
/** What git writes itself; whoever merges or rebases turns it into something else or keeps it. */
const WRITTEN_BY_GIT = /^(?:Merge |(?:fixup|squash|amend)! )/;
/** Lines of a message file below which git shows the diff, and its comments. */
const SCISSORS = /^# -+ >8 -+$[\s\S]*/m;
const COMMENT = /^#.*\n?/gm;

/**
 * Finds what is wrong with the message of a commit.
 *
 * @param message The whole message: subject, blank line, body.
 * @returns A sentence for each problem; none when the message is well written.
 */
export function findMessageProblems(message: string): string[] {
  const [subject = "", separator = "", ...body] = message.trimEnd().split("\n");
  const { type, text } = SUBJECT.exec(subject)?.groups ?? {};
  if (type === undefined || text === undefined) {
    return [`the subject is not "type(member): what it does": ${JSON.stringify(subject)}`];
  }
  const problems: string[] = [];
  if (!(type in COMMIT_TYPES)) {
    problems.push(`"${type}" is none of ${Object.keys(COMMIT_TYPES).join(", ")}`);
  }
  if (subject.length > LONGEST_SUBJECT) {
    problems.push(`the subject has ${subject.length} characters, of ${LONGEST_SUBJECT} at most`);
  }
  // A name in capitals may come first ("VMA"), a sentence may not.
  if (/^\p{Lu}\p{Ll}+ /u.test(text)) problems.push("the subject begins with a capital letter");
  if (text.endsWith(".")) problems.push("the subject ends with a period");
  if (separator.trim() !== "") problems.push("no blank line stands below the subject");
  if (WITH_BODY.includes(type) && body.join("").trim() === "") {
    problems.push(`a ${type} needs a body that says why`);
  }
  return problems;
}

/**
 * The message in the file that git gives to its `commit-msg` hook, as it will be stored; null where
 * git wrote it itself.
 */
export function readMessageFile(text: string): string | null {
  const message = text.replace(SCISSORS, "").replace(COMMENT, "").trim();
  return WRITTEN_BY_GIT.test(message) ? null : message;
}
