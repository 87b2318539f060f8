/** The session of a group in its field and in its address. */
import {
  type SessionBlock,
  type SessionLine,
  sessionLineCode,
  type SessionStep,
} from "@mypacer/shared/domain/table/training_session.ts";
import { SessionError } from "@mypacer/shared/domain/table/training_session_cursor.ts";
import {
  parseSessionLine,
  type ReadSessionLine,
} from "@mypacer/shared/domain/table/training_session_line.ts";
import { visibleLines } from "@mypacer/shared/domain/measure/typed_text.ts";
import { MAX_BLOCKS, MAX_COLUMNS, MAX_LINES } from "./group_limits.ts";
import type { GroupNotes, GroupProblems } from "./group_problem.ts";

/** A session that was read, with its problems. */
export interface ReadSession {
  lines: SessionLine[];
  notes: GroupNotes;
  problems: GroupProblems;
}

/** What joins blocks in one line; brackets, within which it joins lengths, are counted. */
const JOINER = /([()])|\+| (?:puis|ensuite|then|suivie?s? d[e'’]|followed by)(?!\p{L})/giu;

/** Cuts where blocks are joined: `20' footing + 10x400`. */
function cutAtJoiners(line: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  let depth = 0;
  for (const { index, 0: { length }, 1: bracket } of line.matchAll(JOINER)) {
    if (bracket !== undefined) depth += bracket === "(" ? 1 : -1;
    else if (depth <= 0) {
      pieces.push(line.slice(start, index));
      start = index + length;
    }
  }
  return [...pieces, line.slice(start)].map((piece) => piece.trim())
    .filter((piece) => piece !== "");
}

/** A piece that can be read; null otherwise. */
function readPiece(piece: string): ReadSessionLine | null {
  try {
    return parseSessionLine(piece);
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    return null;
  }
}

/** Whether a piece is complete without the pieces it is joined to. */
function isComplete(piece: string): boolean {
  return readPiece(piece)?.readings.every(({ reading }) =>
    reading !== "share-assumed" && reading !== "text"
  ) ?? false;
}

/** The blocks of a line; `5' + 4' + 3' 95 %` is one, whose share is written once. */
function blocksIn(line: string): string[] {
  const pieces = cutAtJoiners(line);
  if (pieces.length < 2 || pieces.every(isComplete)) return pieces;
  return readPiece(line)?.line.kind === "block" ? [line] : pieces;
}

/** Lines of a session with their names in problems: the second block of line 3 is `3.2`. */
function piecesOf(text: string): { name: string; piece: string }[] {
  return visibleLines(text).flatMap((line, index) =>
    line.split(";").flatMap(blocksIn)
      .map((piece, at) => ({ name: at === 0 ? `${index + 1}` : `${index + 1}.${at + 1}`, piece }))
  );
}

/** Steps of a block whose targets differ: a pyramid runs the same length up and down. */
export function columnsOf({ steps }: SessionBlock): SessionStep[] {
  return steps.filter((step, at) =>
    steps.findIndex(({ distance, time, share }) =>
      distance === step.distance && time === step.time &&
      share.slowest === step.share.slowest && share.fastest === step.share.fastest
    ) === at
  );
}

/** Blocks among the lines of a session. */
export function blocksOf(lines: readonly SessionLine[]): SessionBlock[] {
  return lines.filter((line) => line.kind === "block");
}

/** Leaves out lines that the sheet has no room for, with a problem. */
function withinSheet(lines: readonly SessionLine[], problems: GroupProblems): SessionLine[] {
  let blocks = 0;
  let columns = 0;
  const all = blocksOf(lines);
  const shown = lines.filter((line) => {
    if (line.kind === "text") return true;
    blocks++;
    columns += columnsOf(line).length;
    return blocks <= MAX_BLOCKS && columns <= MAX_COLUMNS;
  });
  if (all.length > MAX_BLOCKS) problems.s = { code: "blocks", typed: String(all.length) };
  else if (columns > MAX_COLUMNS) problems.s = { code: "columns", typed: String(columns) };
  return shown;
}

/** Reads the lines of a session, separated by line ends, semicolons and plus signs. */
export function readSession(text: string): ReadSession {
  const pieces = piecesOf(text);
  const problems: GroupProblems = {};
  const notes: GroupNotes = {};
  const lines = pieces.slice(0, MAX_LINES).flatMap(({ name, piece }) => {
    try {
      const { line, readings } = parseSessionLine(piece);
      if (readings.length > 0) {
        notes[`s${name}`] = readings.map((reading) => ({ kind: "session", ...reading }));
      }
      return [line];
    } catch (error) {
      if (!(error instanceof SessionError)) throw error;
      const { part, written, reason, suggestions } = error;
      problems[`s${name}`] = { code: "session", part, written, reason, suggestions };
      return [];
    }
  });
  const shown = withinSheet(lines, problems);
  if (pieces.length > MAX_LINES) problems.s = { code: "lines", typed: String(pieces.length) };
  if (blocksOf(lines).length === 0 && Object.keys(problems).length === 0) {
    problems.s = { code: "no-block", typed: text.trim() };
  }
  return { lines: shown, notes, problems };
}

/** The short form of a session, as its address holds it. */
export function sessionCode(lines: readonly SessionLine[]): string {
  return lines.map(sessionLineCode).join(";");
}
