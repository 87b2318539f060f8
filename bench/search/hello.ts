/** The least that a server of Deno can do: what any answer over HTTP costs on this machine. */
Deno.serve({
  hostname: "127.0.0.1",
  port: Number(Deno.env.get("API_PORT")),
  onListen: () => {},
}, () => new Response("Hello"));
