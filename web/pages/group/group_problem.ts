/** What is wrong with a line of the group sheet, and how a line was read. */
import type { SessionReading } from "@mypacer/shared/domain/table/training_session_block.ts";
import type { SessionError } from "@mypacer/shared/domain/table/training_session_cursor.ts";
import type { ReadingNote } from "../../kit/forms/field.ts";

/** Why a line of the runners was refused. */
export type RunnerProblemCode =
  /** Neither VMA nor result. */
  | "runner"
  /** A VMA or a result without a name. */
  | "runner-name"
  /** A VMA beyond its limits. */
  | "runner-vma"
  /** A result too short to tell a VMA. */
  | "runner-effort"
  /** A humanly impossible time over the distance. */
  | "runner-result"
  /** The text in the place of a time is not a time. */
  | "runner-time"
  /** Two columns could be the VMA. */
  | "runner-columns";

/** Why the group's form was refused as a whole. */
export type GroupProblemCode =
  | RunnerProblemCode
  | "blocks"
  | "columns"
  | "lines"
  | "no-block"
  | "runners"
  | "choice";

/** A part of a line of the session that is wrong. */
export interface SessionProblem
  extends Pick<SessionError, "part" | "written" | "reason" | "suggestions"> {
  code: "session";
}

/** What is wrong with a line, or with all of them. */
export type GroupProblem =
  | SessionProblem
  /** `typed`: the line as it was typed, or how many there are. */
  | { code: GroupProblemCode; typed: string };

/** Note on how a part of a line was read, where its writer may have expected another reading. */
export type GroupNote =
  | { kind: "session"; reading: SessionReading; written: string }
  | { kind: "value"; note: ReadingNote };

/** Problems by line: `s2`, `runners3`; `s` and `runners` for all of it. */
export type GroupProblems = Record<string, GroupProblem>;
/** Notes by line. */
export type GroupNotes = Record<string, readonly GroupNote[]>;
