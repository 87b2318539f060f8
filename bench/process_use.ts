/**
 * CPU that the threads of a process have taken so far, s, without those that have ended; NaN where
 * the system does not tell.
 */
export async function processCpuSeconds(pid: number): Promise<number> {
  if (Deno.build.os !== "linux") return NaN;
  let nanoseconds = 0;
  for await (const thread of Deno.readDir(`/proc/${pid}/task`)) {
    try {
      const text = await Deno.readTextFile(`/proc/${pid}/task/${thread.name}/schedstat`);
      nanoseconds += Number(text.split(" ")[0]);
    } catch (error) {
      // A thread may end between the two.
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
  return nanoseconds / 1e9;
}

/** Resident memory of a process, MB; NaN where the system does not tell. */
export async function residentMegabytes(pid: number): Promise<number> {
  if (Deno.build.os !== "linux") return NaN;
  const status = await Deno.readTextFile(`/proc/${pid}/status`);
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
