import { z } from "zod";

const port = (fallback: number) =>
  z.coerce.number({ error: "a port number, 1 to 65535" })
    .int("a port number, 1 to 65535").min(1, "a port number, 1 to 65535")
    .max(65535, "a port number, 1 to 65535").default(fallback);
const url = z.url({ protocol: /^https?$/, error: "an http(s) URL" });

/**
 * What `start`, `dev` and the tasks by hand read, beside the variables of the database. Every
 * process they begin reads its own variables again and checks them; what is not listed here is
 * passed on as it is.
 */
export const StartConfig = z.object({
  API_PORT: port(8000),
  WEB_PORT: port(8080),
  SIMULATOR_PORT: port(8090),
  HOST: z.string().default("127.0.0.1"),
  /** The real federation; the simulator is started by default. */
  FEDERATION_URL: url.optional(),
  SITE_URL: url.optional(),
  /** No bound unless given: whoever tries the site on this machine reads all they like. */
  DIRECTORY_SHARE_PER_DAY: z.string().default("0"),
  /** Where the embedded database keeps its files. */
  DATA_FOLDER: z.string().default(".data"),
  /** Size of the simulated federation. */
  SIMULATOR_CLUBS: z.coerce.number({ error: "a number of clubs above 0" })
    .int("a number of clubs above 0").positive("a number of clubs above 0").optional(),
  SIMULATOR_ATHLETES: z.coerce.number({ error: "a number of athletes above 0" })
    .int("a number of athletes above 0").positive("a number of athletes above 0").optional(),
});
export type StartConfig = z.output<typeof StartConfig>;
