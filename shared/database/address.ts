import { isIP } from "node:net";

/** A server, or what leads to one. */
export type DatabaseHost = { host: string; port: number };

/** How a connection is encrypted: as `require` and `verify-full` of libpq. */
export type TlsPolicy = {
  /** Whether the certificate and the name in it are checked. */
  verify: boolean;
  /** PEM file of the authorities that are trusted; null = those that everybody trusts. */
  caFile: string | null;
};

/** Where the database is and how it is reached, as a URL says. */
export type DatabaseAddress = {
  /** The URL with its first host only, and without the parameters that this file reads. */
  url: string;
  /** In the order in which they are tried. */
  hosts: readonly [DatabaseHost, ...DatabaseHost[]];
  /** Null = not encrypted. */
  tls: TlsPolicy | null;
  /** `primary`: only a server that accepts writes. */
  session: "any" | "primary";
};

const FORM = "postgres://user:password@host:port/database";
const PARTS = /^(postgres(?:ql)?:\/\/)([^/?#]*)([^?#]*)(?:\?([^#]*))?$/;
const DEFAULT_PORT = 5432;

/**
 * Reads a database's URL as libpq does: several hosts with commas between them, `sslmode`
 * (`disable`, `require`, `verify-full`), `sslrootcert` and `target_session_attrs` (`any`,
 * `primary`). Of several hosts only a primary is used, unless the URL says `any`.
 *
 * @throws {SyntaxError} If it cannot be read so; of the URL the message shows a parameter's value
 *   at most.
 */
export function readDatabaseAddress(url: string): DatabaseAddress {
  const parts = PARTS.exec(url);
  if (parts === null) throw new SyntaxError(FORM);
  const [, scheme = "", authority = "", path = "", query = ""] = parts;
  const end = authority.lastIndexOf("@") + 1;
  const credentials = authority.slice(0, end);
  const [first, ...others] = readHosts(authority.slice(end));
  const hosts: DatabaseAddress["hosts"] = [first, ...others];
  const parameters = new URLSearchParams(query);
  const take = (name: string) => {
    const value = parameters.get(name);
    parameters.delete(name);
    return value;
  };
  if (parameters.has("ssl")) throw new SyntaxError("sslmode in place of ssl");
  const tls = readTls(take("sslmode"), take("sslrootcert"));
  const session = readSession(take("target_session_attrs"), hosts.length);
  const rest = parameters.size === 0 ? "" : `?${parameters}`;
  const single = `${scheme}${credentials}${bracketed(first.host)}:${first.port}${path}${rest}`;
  return { url: single, hosts, tls, session };
}

/** `a`, `a:5432`, `[::1]:5432`, with commas between them. */
function readHosts(text: string): [DatabaseHost, ...DatabaseHost[]] {
  const read = text.split(",").map((part): DatabaseHost => {
    const match = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(part.trim());
    const host = match?.[1] ?? match?.[2];
    const port = match?.[3] === undefined ? DEFAULT_PORT : Number(match[3]);
    if (host === undefined || port < 1 || port > 65_535) throw new SyntaxError(FORM);
    return { host, port };
  });
  const [first, ...others] = read;
  if (first === undefined) throw new SyntaxError(FORM);
  return [first, ...others];
}

function readTls(mode: string | null, caFile: string | null): TlsPolicy | null {
  if (mode === null || mode === "disable") {
    if (caFile !== null) throw new SyntaxError("sslmode=verify-full beside sslrootcert");
    return null;
  }
  // libpq's `allow` and `prefer` protect from nobody who can change what is sent.
  if (mode !== "require" && mode !== "verify-full") {
    throw new SyntaxError(`sslmode disable, require or verify-full, not ${mode}`);
  }
  return { verify: mode === "verify-full", caFile };
}

function readSession(mode: string | null, hosts: number): DatabaseAddress["session"] {
  if (mode === null) return hosts > 1 ? "primary" : "any";
  if (mode === "any") return "any";
  // Without a setting that makes sessions read-only the two are the same.
  if (mode === "primary" || mode === "read-write") return "primary";
  throw new SyntaxError(`target_session_attrs any or primary, not ${mode}`);
}

/** A host as a URL has it: an IPv6 address takes brackets. */
export function bracketed(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}
