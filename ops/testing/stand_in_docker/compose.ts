import { takeOptions } from "./options.ts";
import { fail, print, readOr } from "./output.ts";
import { healthy, start, stop } from "./processes.ts";
import { execProgram, runProgram } from "./programs.ts";
import { useSecrets } from "./secrets.ts";
import { standIn } from "./stand_in.ts";

/** Options before the command. */
const GLOBAL = { "--project-name": 1, "--env-file": 1, "--file": 1, "--profile": 1 };

/** `docker compose`, with its words but these. */
export async function compose(words: string[]): Promise<void> {
  if (words.includes("ops/secrets/docker-compose.yml")) {
    await useSecrets(words[words.indexOf("--env-file") + 1] ?? "");
  }
  takeOptions(words, GLOBAL);
  const command = words.shift();
  switch (command) {
    case "up": {
      const options = takeOptions(words, {
        "--detach": 0,
        "--no-deps": 0,
        "--no-recreate": 0,
        "--force-recreate": 0,
        "--wait": 0,
        "--wait-timeout": 1,
      });
      const services = words.filter((service) => service !== "db");
      for (const service of services) {
        await start(service, { recreate: options.has("--force-recreate") });
      }
      if (options.has("--wait")) { for (const service of services) await healthy(service); }
      return;
    }
    case "run":
      return await runProgram(words);
    case "exec":
      return await execProgram(words);
    // The archive's image.
    case "build":
      takeOptions(words, { "--pull": 0 });
      return;
    case "stop":
    case "rm":
      takeOptions(words, { "--force": 0, "--stop": 0 });
      for (const service of words) await stop(service);
      return;
    case "start":
      for (const service of words) await start(service, { recreate: false });
      return;
    case "logs":
      takeOptions(words, { "--no-color": 0, "--timestamps": 0, "--tail": 1 });
      for (const service of words) print(await readOr(`${standIn.folder}/${service}.log`, ""));
      return;
    default:
      fail(`unknown command compose ${command}`, 2);
  }
}
