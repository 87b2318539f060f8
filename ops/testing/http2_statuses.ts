import { connect } from "node:http2";
import type { RunningNginx } from "./running_nginx.ts";

/** Asks for paths at once over one HTTP/2 connection; gives the statuses. */
export async function http2Statuses(
  { folder, port }: RunningNginx,
  paths: readonly string[],
): Promise<number[]> {
  const session = connect(`https://127.0.0.1:${port}`, {
    ca: await Deno.readTextFile(`${folder}/tls/fullchain.pem`),
    servername: "mypacer.fr",
  });
  const failed = new Promise<never>((_, reject) => session.on("error", reject));
  const ask = (path: string) =>
    new Promise<number>((resolve, reject) => {
      const stream = session.request({ ":path": path, ":authority": "mypacer.fr" });
      let status = 0;
      stream.on("response", (headers) => status = Number(headers[":status"]));
      stream.on("end", () => resolve(status));
      stream.on("error", reject);
      stream.resume();
      stream.end();
    });
  try {
    return await Promise.race([failed, Promise.all(paths.map(ask))]);
  } finally {
    session.close();
  }
}
