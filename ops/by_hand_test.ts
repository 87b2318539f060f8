/** What the workflow that deploys by hand asks the server for, from what somebody fills in. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { parse } from "yaml";
import { pathTo } from "../dev/paths.ts";

/** The workflow's own lines, run as GitHub runs them. */
async function commandOf(
  variables: { ACTION: string; TAG: string; ONLY: string; DRY_RUN: string },
): Promise<{ code: number; stdout: string; command: string }> {
  const workflow = parse(await Deno.readTextFile(pathTo("../.github/workflows/by_hand.yml")));
  const script: string = workflow.jobs.command.steps[0].run;
  const output = await Deno.makeTempFile();
  const { code, stdout } = await new Deno.Command("bash", {
    args: ["--noprofile", "--norc", "-eo", "pipefail", "-c", script],
    env: { ...variables, GITHUB_OUTPUT: output },
  }).output();
  const command = await Deno.readTextFile(output);
  await Deno.remove(output);
  return { code, stdout: new TextDecoder().decode(stdout), command };
}

Deno.test("deploy by hand asks for what was filled in", async () => {
  const none = { ACTION: "status", TAG: "", ONLY: "all", DRY_RUN: "true" };
  for (
    const [filled, command] of [
      [{}, "status"],
      [{ ACTION: "rollback" }, "rollback --dry-run"],
      [{ ACTION: "rollback", DRY_RUN: "false" }, "rollback"],
      [{ ACTION: "deploy", TAG: "1.2.0-prod" }, "deploy --dry-run 1.2.0-prod"],
      [
        { ACTION: "deploy", TAG: "sha-0123456", ONLY: "web", DRY_RUN: "false" },
        "deploy --only web sha-0123456",
      ],
    ] as const
  ) {
    const made = await commandOf({ ...none, ...filled });
    assertEquals([made.code, made.command], [0, `command=${command}\n`]);
  }
});

Deno.test("deploy by hand refuses a tag that is none before it asks", async () => {
  for (const TAG of ["", "1.2.0 --no-backup", "$(id)", "1.2.0;id", "a\nb"]) {
    const made = await commandOf({ ACTION: "deploy", TAG, ONLY: "all", DRY_RUN: "true" });
    assertEquals([made.code, made.command], [1, ""]);
    assertStringIncludes(made.stdout, "::error::deploy needs a tag");
  }
});
