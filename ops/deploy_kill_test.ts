/**
 * Deploys and rollbacks that are ended at random moments under load. `KILLS` says how many of each
 * (2), `KILL_SEED` repeats a run.
 */
import { assert, assertEquals, assertMatch } from "@std/assert";
import {
  assertAgreement,
  ENDINGS,
  interrupt,
  readInterruptions,
  tell,
} from "./testing/interruptions.ts";
import { runInstallation, type RunningInstallation } from "./testing/running_installation.ts";
import { missingTools, testWith } from "./testing/tools.ts";

const missing = missingTools("nginx", "openssl", "curl", "flock");
const PATHS = ["/mentions-legales", "/api/pace-table?slowest=300&fastest=240", "/api/status"];

/** Asks all the while; what is not answered with 200 is a failure. */
function visit(installation: RunningInstallation) {
  const failed: string[] = [];
  let asked = 0;
  let over = false;
  const visitor = async () => {
    while (!over) {
      const path = PATHS[asked++ % PATHS.length] ?? "/";
      try {
        const { status } = await installation.nginx.askOnce(path);
        if (status !== 200) failed.push(`${new Date().toISOString()} ${path}: ${status}`);
      } catch (error) {
        failed.push(`${new Date().toISOString()} ${path}: ${error}`);
      }
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  const visitors = [visitor(), visitor(), visitor()];
  return {
    failed,
    async leave() {
      over = true;
      await Promise.all(visitors);
      return asked;
    },
  };
}

testWith(
  missing,
  "deploy and rollback ended at any moment lose no request, and the next command makes all agree",
  async () => {
    const { kills, seed, random } = readInterruptions();
    await using installation = await runInstallation();
    await installation.publish("1.0.0-prod");
    await installation.publish("1.1.0-prod");
    const succeed = async (script: string, ...args: string[]) => {
      const { code, stderr } = await installation.run(script, ...args);
      assertEquals(code, 0, stderr);
    };
    await succeed("deploy", "--no-backup", "1.0.0-prod");
    const began = Date.now();
    await succeed("deploy", "--no-backup", "1.1.0-prod");
    const between = Date.now();
    await succeed("rollback");
    const lasts = { deploy: between - began, rollback: Date.now() - between };
    const visitors = visit(installation);
    const ends: Record<string, number> = {};
    for (let round = 0; round < kills * 2; round++) {
      const before = /^TAG=(.*)$/m.exec(await installation.record("live"))?.[1];
      const tag = before === "1.0.0-prod" ? "1.1.0-prod" : "1.0.0-prod";
      const script = round % 2 === 0 ? "deploy" : "rollback";
      const args = script === "deploy" ? ["--no-backup", tag] : [];
      const ending = random.pick(ENDINGS);
      // The switch is short: half of the moments are counted from the beginning of a step.
      const from = random.pick([null, null, "switching", "retiring"]);
      const after = Math.round(random.next() * (from === null ? lasts[script] : 1000));
      const step = await interrupt(installation, { script, args, ending, step: from, after });
      const next = random.pick(["again", "status", "deploy", "rollback"]);
      const round_ = `${script}: ${ending} while ${step}, then ${next}`;
      ends[step] = (ends[step] ?? 0) + 1;
      try {
        if (next === "again") await succeed(script, ...args);
        if (next === "deploy") await succeed("deploy", "--no-backup", tag);
        if (next === "rollback") await succeed("rollback");
        if (next === "status") await installation.run("status");
        await assertAgreement(installation);
        assertEquals(visitors.failed, []);
        // A rollback that had ended already goes the other way when it is called again.
        if (next === "deploy" || next === "again" && script === "deploy") {
          assertMatch(await installation.record("live"), new RegExp(`^TAG=${tag}$`, "m"));
        }
      } catch (error) {
        throw new Error(`KILL_SEED=${seed}, round ${round}, ${round_}`, { cause: error });
      }
      if (kills > 3) tell(`${round}: ${round_}`);
    }
    const asked = await visitors.leave();
    tell(`${kills * 2} interruptions, ${asked} requests, ended in ${JSON.stringify(ends)}`);
    assert(asked > kills * 100);
    assertEquals(visitors.failed, []);
  },
);
