import { readProcFile } from "@mypacer/shared/process/proc_file.ts";

/** Clock ticks a second in which Linux counts CPU: the same on all its platforms. */
const TICKS = 100;

/** A process as Linux tells of it. */
type ProcessTimes = {
  parent: number;
  /** CPU of the process itself, and of its children that have ended, s. */
  own: number;
  ended: number;
};

/** Reads the text of `/proc/PID/stat`; null where there is no such process. */
export function parseProcessTimes(stat: string): ProcessTimes | null {
  // The name comes second, in brackets, and may hold spaces and brackets itself.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).trim().split(" ").map(Number);
  const [, parent] = fields;
  const [user, system, endedUser, endedSystem] = fields.slice(11, 15);
  if (parent === undefined || endedSystem === undefined) return null;
  return {
    parent,
    own: ((user ?? NaN) + (system ?? NaN)) / TICKS,
    ended: ((endedUser ?? NaN) + endedSystem) / TICKS,
  };
}

/** Reads the times of a process; null where it has ended, or the system does not tell. */
export async function readProcessTimes(pid: number): Promise<ProcessTimes | null> {
  const stat = await readProcFile(`/proc/${pid}/stat`);
  return stat === null ? null : parseProcessTimes(stat);
}
