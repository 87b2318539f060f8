/** What the scripts of the built site ran, in the server and in browsers, told of its sources. */
import { eachMapping, originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { dirname, join } from "node:path";
import { type CoveredLines, noteLine } from "./covered_lines.ts";

/** A part of a script, by the places of its first character and the one after its last. */
interface Range {
  startOffset: number;
  endOffset: number;
  count: number;
}

/** What V8 says of a script that ran: ranges of functions, and inside them those of blocks. */
export interface RunScript {
  /** Path of the script. */
  path: string;
  functions: readonly { ranges: readonly Range[] }[];
}

/** Tells of each character whether it was run; inner ranges tell better than those around them. */
export function runCharacters(length: number, { functions }: RunScript): Uint8Array {
  const wasRun = new Uint8Array(length);
  const ranges = functions.flatMap(({ ranges }) => ranges)
    .toSorted((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  for (const { startOffset, endOffset, count } of ranges) {
    wasRun.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  }
  return wasRun;
}

/** Places of the first character of each line. */
function lineStarts(code: string): number[] {
  return [0, ...code.matchAll(/\n/g).map(({ index }) => index + 1)];
}

/** Maps of scripts by path; null where a file has none. */
class SourceMaps {
  readonly #maps = new Map<string, TraceMap | null>();

  async of(path: string): Promise<TraceMap | null> {
    const known = this.#maps.get(path);
    if (known !== undefined) return known;
    const text = await Deno.readTextFile(`${path}.map`).catch(() => null);
    const map = text === null ? null : new TraceMap(text);
    this.#maps.set(path, map);
    return map;
  }
}

/**
 * Notes which lines of our sources the scripts ran: a line was run where any part of it was.
 *
 * @param root Folder of the repository, with a slash at its end: sources outside are left out, and
 * those of packages.
 */
export async function noteRunScripts(
  lines: CoveredLines,
  scripts: Iterable<RunScript>,
  root: string,
): Promise<void> {
  const maps = new SourceMaps();
  for (const [path, runs] of Map.groupBy(scripts, ({ path }) => path)) {
    const map = await maps.of(path);
    if (map === null) continue;
    const code = await Deno.readTextFile(path);
    const starts = lineStarts(code);
    const wasRun = runs.map((run) => runCharacters(code.length, run));
    const inner = await innerMaps(maps, map, dirname(path));
    eachMapping(map, ({ generatedLine, generatedColumn, source, originalLine, originalColumn }) => {
      if (source === null) return;
      const start = (starts[generatedLine - 1] ?? 0) + generatedColumn;
      const isCovered = wasRun.some((characters) => characters[start] === 1);
      const folder = dirname(path);
      let [file, line] = [join(folder, source), originalLine];
      // The server's scripts are bundled twice: what they are made from has a map too.
      const before = inner.get(file);
      if (before) {
        const place = originalPositionFor(before, { line, column: originalColumn });
        if (place.source === null) return;
        [file, line] = [join(dirname(file), place.source), place.line];
      }
      if (!file.startsWith(root) || file.includes("/node_modules/")) return;
      noteLine(lines, { file: file.slice(root.length), line, isCovered });
    });
  }
}

/** Maps of the scripts that a script was made from, by path. */
async function innerMaps(
  maps: SourceMaps,
  map: TraceMap,
  folder: string,
): Promise<Map<string, TraceMap | null>> {
  const found = new Map<string, TraceMap | null>();
  for (const source of map.sources) {
    if (source === null) continue;
    const path = join(folder, source);
    found.set(path, await maps.of(path));
  }
  return found;
}
