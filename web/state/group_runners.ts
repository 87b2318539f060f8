import type { Effort } from "@mypacer/shared/domain/estimate.ts";
import type { Speed } from "@mypacer/shared/domain/pace.ts";
import { vmaOfResult } from "@mypacer/shared/domain/vma_of_result.ts";
import { MAX_NAME, MAX_RUNNERS } from "./group_limits.ts";
import { type Field, type Problems, refuse } from "./field.ts";
import { readVma } from "./read_values.ts";
import { readRace } from "./tool_fields.ts";

/** A runner of a group. */
export interface GroupRunner {
  name: string;
  /** km/h. */
  vma: Speed;
  /** What VMA was estimated from; null where it was given. */
  result: Effort | null;
}

/** What a runner runs by: a VMA, or a result that tells it. */
type Level = Omit<GroupRunner, "name">;

/** Splits a line where a name may end, earliest first: at a sign that parts columns, else at any space. */
function cuts(line: string): [name: string, level: string][] {
  const column = /^([^;\t|]+)[;\t|](.*)$/s.exec(line);
  if (column) return [[column[1] ?? "", (column[2] ?? "").replaceAll(/[;\t|]+/g, " ")]];
  // A comma between digits is a decimal one.
  return [...line.matchAll(/(?:[\s:=]|(?<!\d),|,(?!\d))+/g)]
    .map(({ index, 0: gap }) => [line.slice(0, index), line.slice(index + gap.length)]);
}

/** Reads `16,5`, `VMA 16`, `10 km 42'30`, `10 km en 42'30`; undefined when it is neither. */
function readLevel(text: string): Field<Level> | undefined {
  const plain = text.trim();
  const vma = readVma(plain);
  if (!vma.problem) return { value: { vma: vma.value, result: null } };
  for (const { index, 0: gap } of plain.matchAll(/\s+(?:en|in)\s+|[\s,:=]+/g)) {
    const { race } = readRace({
      d: plain.slice(0, index),
      t: plain.slice(index + gap.length),
    });
    if (race === null) continue;
    const result = { distance: race.distance, time: race.time / 100 };
    const answer = vmaOfResult(result);
    return answer.valid
      ? { value: { vma: answer.vma, result } }
      : refuse("runner-effort", plain.slice(0, MAX_NAME));
  }
}

/** Reads one runner: a name, then a VMA or a result. */
export function readRunner(line: string): Field<GroupRunner> {
  for (const [name, level] of cuts(line)) {
    const named = name.trim().slice(0, MAX_NAME);
    const read = named === "" ? undefined : readLevel(level);
    if (read === undefined) continue;
    return read.problem ? read : { value: { name: named, ...read.value as Level } };
  }
  return refuse("runner", line.trim().slice(0, MAX_NAME));
}

/** Lines of a text that say something, with their numbers from 1. */
export function linesOf(text: string): { number: number; line: string }[] {
  return text.split("\n")
    .map((line, index) => ({
      number: index + 1,
      line: line.replaceAll(/[^\P{Cc}\t]/gu, "").trim(),
    }))
    .filter(({ line }) => line !== "");
}

/** Runners of a pasted list, a line each, and what is wrong by line (`runners3`), or with all (`runners`). */
export function readRunners(
  text: string,
): { runners: GroupRunner[]; problems: Problems } {
  const lines = linesOf(text);
  const problems: Problems = {};
  if (lines.length > MAX_RUNNERS) {
    problems.runners = refuse("runners", String(lines.length)).problem;
  }
  const runners = lines.slice(0, MAX_RUNNERS).flatMap(({ number, line }) => {
    const read = readRunner(line);
    if (!read.problem) return [read.value as GroupRunner];
    problems[`runners${number}`] = read.problem;
    return [];
  });
  return { runners, problems };
}
