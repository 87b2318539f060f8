import { clipText, visibleText } from "@mypacer/shared/domain/measure/typed_text.ts";
import type { SessionLine } from "@mypacer/shared/domain/table/training_session.ts";
import { readChoice } from "../../kit/forms/field.ts";
import { type AddressFields, addressQuery } from "../../kit/forms/fields.ts";
import { MAX_TITLE } from "./group_limits.ts";
import type { GroupNotes, GroupProblems } from "./group_problem.ts";
import { type GroupRunner, readRunners } from "./group_runners.ts";
import { blocksOf, readSession, sessionCode } from "./group_session.ts";
import type { ListColumns } from "./list_columns.ts";

/** Order of the runners on the sheet. */
export const GROUP_ORDERS = ["typed", "fastest"] as const;

/** Numbers of groups that the runners can be split into, the default first. */
export const GROUP_COUNTS = ["1", "2", "3", "4"] as const;
/** Whether the sheet has boxes to write times in, the default first. */
export const GROUP_BOXES = ["yes", "no"] as const;

/** State of a group's sheet. */
export interface GroupState {
  lines: readonly SessionLine[];
  order: typeof GROUP_ORDERS[number];
  groups: typeof GROUP_COUNTS[number];
  boxes: typeof GROUP_BOXES[number];
  /** Never in an address: a title may name somebody. */
  title: string;
  /** Day of the session, as `2026-12-01`; empty for none, null where nothing was said. */
  date: string | null;
  /** Never in an address: only a posted form has names. */
  runners: readonly GroupRunner[];
}

/**
 * Input from a URL or the form; problems and notes have the line in their key: `s2`, `runners3`.
 */
export interface GroupInput {
  state: GroupState;
  typed: Readonly<Record<"s" | "runners", string>>;
  notes: GroupNotes;
  problems: GroupProblems;
  /** How the columns of a pasted list were read; null where there are none. */
  columns: ListColumns | null;
}

/** The session of a first visit. */
const FIRST_SESSION = "10x400@105r60";
/** What an address says of the sheet. */
const FIELDS: AddressFields<Pick<GroupState, "lines" | "order" | "groups" | "boxes">> = {
  lines: { name: "s", usual: () => readSession(FIRST_SESSION).lines, write: sessionCode },
  order: { name: "order", usual: () => GROUP_ORDERS[0], write: String },
  groups: { name: "groups", usual: () => GROUP_COUNTS[0], write: String },
  boxes: { name: "boxes", usual: () => GROUP_BOXES[0], write: String },
};

/**
 * Longest texts that are read: a session of its longest lines, and a club's list with all its
 * columns.
 */
const MAX_TEXT = {
  s: 8000,
  runners: 40_000,
  order: 20,
  groups: 20,
  boxes: 20,
  title: MAX_TITLE,
  date: 20,
} as const;

/** A day as a form writes it; empty for anything else. */
function readDay(text: string): string {
  return /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : "";
}

/**
 * Reads the parameters of a URL or of the form.
 *
 * @param options.posted They were sent by the form. Runners in an address are ignored: names do not
 *   belong there.
 */
export function readGroup(
  parameters: URLSearchParams,
  { posted = false }: { posted?: boolean } = {},
): GroupInput {
  const typed = (name: keyof typeof MAX_TEXT) =>
    clipText(parameters.get(name) ?? "", MAX_TEXT[name]);
  const session = typed("s").trim();
  const read = readSession(session === "" ? FIRST_SESSION : session);
  const runnersText = posted ? typed("runners") : "";
  const list = readRunners(runnersText);
  const order = readChoice(typed("order") || GROUP_ORDERS[0], GROUP_ORDERS);
  const groups = readChoice(typed("groups") || GROUP_COUNTS[0], GROUP_COUNTS);
  const boxes = readChoice(typed("boxes") || GROUP_BOXES[0], GROUP_BOXES);
  return {
    state: {
      lines: blocksOf(read.lines).length > 0 ? read.lines : readSession(FIRST_SESSION).lines,
      order: order.value ?? "typed",
      groups: groups.value ?? "1",
      boxes: boxes.value ?? "yes",
      title: posted ? visibleText(typed("title")).trim() : "",
      date: posted ? readDay(typed("date")) : null,
      runners: order.value === "fastest"
        ? list.runners.toSorted((a, b) => b.vma - a.vma)
        : list.runners,
    },
    typed: { s: session, runners: runnersText },
    columns: list.columns,
    notes: { ...read.notes, ...list.notes },
    problems: {
      ...read.problems,
      ...list.problems,
      ...order.problem && { order: { code: "choice", typed: order.problem.typed } },
      ...groups.problem && { groups: { code: "choice", typed: groups.problem.typed } },
      ...boxes.problem && { boxes: { code: "choice", typed: boxes.problem.typed } },
    },
  };
}

/** Reads a session from the address and writes it there; its runners come only from the form. */
export const GROUP = {
  read: (parameters: URLSearchParams) => readGroup(parameters),
  search: (state: GroupState) => addressQuery(FIELDS, state),
};
