/** How a sheet is laid out on paper, so that there is room to write times in. */
import type { SessionBlock, SessionStep } from "@mypacer/shared/domain/table/training_session.ts";
import { columnsOf } from "./group_session.ts";

/** Paper and boxes of a sheet. */
export interface SheetLayout {
  paper: "portrait" | "landscape";
  boxes: boolean;
}

/** Width of a box that a time can be written in, and of a column of targets, mm. */
const WIDTH = { box: 9.5, column: 18 } as const;
/** What A4 leaves beside names and VMA, mm; upright and lying. */
const ROOM = { portrait: 140, landscape: 227 } as const;
/** Most runners whose rows fit a lying page, with room to write. */
const LYING_RUNNERS = 18;

/** Boxes of a column: one for each time that its length is run. */
export function boxesOf(step: SessionStep, block: SessionBlock): number {
  const same = block.steps.filter((other) =>
    other.distance === step.distance && other.time === step.time &&
    other.share.slowest === step.share.slowest && other.share.fastest === step.share.fastest
  );
  return block.sets * same.reduce((sum, { repetitions }) => sum + repetitions, 0);
}

/** The layout of a sheet: upright where that has room, else lying, else without boxes. */
export function sheetLayout(
  blocks: readonly SessionBlock[],
  { runners, boxes }: { runners: number; boxes: boolean },
): SheetLayout {
  const columns = blocks.flatMap((block) => columnsOf(block).map((step) => boxesOf(step, block)));
  const width = columns.length * WIDTH.column +
    columns.reduce((sum, count) => sum + count, 0) * WIDTH.box;
  if (!boxes) return { paper: "portrait", boxes: false };
  if (width <= ROOM.portrait) return { paper: "portrait", boxes: true };
  return width <= ROOM.landscape && runners <= LYING_RUNNERS
    ? { paper: "landscape", boxes: true }
    : { paper: "portrait", boxes: false };
}
