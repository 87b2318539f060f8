import { InputError } from "@mypacer/shared/domain/input_error.ts";
import {
  blockCode,
  parseBlock,
  type SessionBlock,
} from "@mypacer/shared/domain/training_session.ts";
import { MAX_BLOCKS } from "./group_limits.ts";
import { type GroupRunner, linesOf, readRunners } from "./group_runners.ts";
import { queryOf } from "./query.ts";
import { type Problems, readChoice, refuse } from "./field.ts";
import type { ToolInput } from "./tool_fields.ts";

/** Order of the runners on the sheet. */
export const GROUP_ORDERS = ["typed", "fastest"] as const;

/** Everything that a group's sheet is made from. */
export interface GroupState {
  blocks: readonly SessionBlock[];
  order: typeof GROUP_ORDERS[number];
  /** Never in an address: only what a form sent holds names. */
  runners: readonly GroupRunner[];
}

/** What a URL or the form says; problems are named for the line: `s2`, `runners3`. */
export type GroupInput = ToolInput<GroupState>;

/** The session of a first visit. */
const FIRST_BLOCKS = [parseBlock("10x400 105 r60")];
/** Longest text of a field that is read: thirty names with their results. */
const MAX_TEXT = 6000;

/** Reads the lines of a session, which the URL parts by semicolons. */
function readBlocks(
  text: string,
): { blocks: SessionBlock[]; problems: Problems } {
  const lines = linesOf(text.replaceAll(/[;+]/g, "\n"));
  const problems: Problems = {};
  if (lines.length > MAX_BLOCKS) problems.s = refuse("blocks", String(lines.length)).problem;
  const blocks = lines.slice(0, MAX_BLOCKS).flatMap(({ number, line }) => {
    try {
      return [parseBlock(line)];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const code = error.reason === "out-of-range" ? "block-range" : "block";
      problems[`s${number}`] = refuse(code, line.slice(0, 60)).problem;
      return [];
    }
  });
  return { blocks, problems };
}

const sessionCode = (blocks: readonly SessionBlock[]) => blocks.map(blockCode).join(";");

/**
 * Reads the parameters of a URL or of the form.
 *
 * @param options.posted They were sent by the form. What an address says of runners is not looked at: names belong
 *   in no address.
 */
export function readGroup(
  parameters: URLSearchParams,
  { posted = false }: { posted?: boolean } = {},
): GroupInput {
  const given = (name: string) =>
    (parameters.get(name) ?? "").slice(0, MAX_TEXT).replaceAll("\r\n", "\n");
  const session = given("s").trim();
  const read = readBlocks(session === "" ? sessionCode(FIRST_BLOCKS) : session);
  const { runners, problems } = readRunners(posted ? given("runners") : "");
  const order = readChoice(given("order"), GROUP_ORDERS);
  return {
    state: {
      blocks: read.blocks.length > 0 ? read.blocks : FIRST_BLOCKS,
      order: order.value ?? "typed",
      runners: order.value === "fastest" ? runners.toSorted((a, b) => b.vma - a.vma) : runners,
    },
    typed: { s: session, runners: posted ? given("runners") : "" },
    notes: {},
    problems: {
      ...read.problems,
      ...problems,
      ...order.problem && { order: order.problem },
    },
  };
}

/** The canonical query string of a session; it holds no runner. */
export function groupSearch({ blocks, order }: GroupState): string {
  const code = sessionCode(blocks);
  const parameters: [string, string][] = [];
  if (code !== sessionCode(FIRST_BLOCKS)) parameters.push(["s", code]);
  if (order !== "typed") parameters.push(["order", order]);
  return queryOf(parameters);
}
