import type { LogFields } from "../log.ts";
import { replaceUnknownWords } from "./words.ts";

/** One line of a stack, as collectors of errors read it. */
export interface Frame {
  filename: string;
  function: string;
  lineno: number;
  colno: number;
  in_app: boolean;
}

/** An error as it is reported: what and where, nothing about people. */
export interface ErrorEvent {
  event_id: string;
  /** Unix time, s. */
  timestamp: number;
  /**
   * Platform for the collector: not `javascript`, for which collectors keep the sender's address.
   */
  platform: "node";
  level: "error";
  release: string;
  logger: string;
  logentry: { formatted: string };
  /** The route, e.g. `/athletes/:ffaId`. */
  transaction?: string;
  /** Key by which errors are grouped. */
  fingerprint: string[];
  tags: Record<string, string>;
  exception?: { values: { type: string; value: string; stacktrace?: { frames: Frame[] } }[] };
}

/** Frames that are sent of a stack, the innermost ones. */
const FRAMES = 30;
/** Causes that are followed. */
const CAUSES = 5;
/** Codes of PostgreSQL (SQLSTATE, by its classes), of connections and of postgres.js. */
const CODE =
  /^(?:(?:[02][0-9A-Z]|3[0-9BDF]|4[0-4]|5[3-8]|72|F0|HV|P0|XX)[0-9A-Z]{3}|E(?:CONN|PIPE|NOTFOUND|TIMEDOUT|ADDR|HOST)[A-Z]*|CONNECT(?:ION)?_[A-Z_]+)$/;
/** Fields in which PostgreSQL names a part of the schema. */
const SCHEMA_FIELDS = { constraint_name: "constraint", table_name: "table", column_name: "column" };
/** Folders of this repository and of the images. */
const OURS =
  /(?:^|\/)((?:api|scraper|shared|web|server|dev|ops|simulator)\/(?:[\w.-]+\/)*[\w.-]+)$/;
const FOREIGN =
  /^(?:(?:ext|node|npm|jsr):[\w@./-]+|.*\/node_modules\/[\w@./+-]+|.*\/packages\/npm\/[\w@./+-]+)$/;

/**
 * Makes the event of an error line of the log.
 *
 * Of the line only `error` and `route` are read.
 */
export function toErrorEvent(
  { part, release, message, fields, now }: {
    part: string;
    release: string;
    message: string;
    fields: LogFields;
    now: Date;
  },
): ErrorEvent {
  const errors = withCauses(fields.error);
  const [first] = errors;
  const text = replaceUnknownWords(message);
  const frames = first === undefined ? [] : framesOf(first);
  const place = frames.findLast(({ in_app }) => in_app);
  const route = typeof fields.route === "string" && isPattern(fields.route)
    ? fields.route
    : undefined;
  const tags = Object.assign({}, ...errors.toReversed().map(tagsOf));
  return {
    event_id: crypto.randomUUID().replaceAll("-", ""),
    timestamp: now.getTime() / 1000,
    platform: "node",
    level: "error",
    release,
    logger: part,
    logentry: { formatted: text },
    ...route === undefined ? {} : { transaction: route },
    fingerprint: [
      part,
      text,
      first === undefined ? "" : nameOf(first),
      tags.code ?? "",
      place === undefined ? "" : `${place.filename} ${place.function}`,
    ],
    tags,
    ...errors.length === 0 ? {} : {
      // The collector wants causes first.
      exception: {
        values: errors.toReversed().map((error) => {
          const frames = framesOf(error);
          return {
            type: nameOf(error),
            value: replaceUnknownWords(error.message),
            ...frames.length === 0 ? {} : { stacktrace: { frames } },
          };
        }),
      },
    },
  };
}

function withCauses(error: unknown): Error[] {
  const errors: Error[] = [];
  for (let each = error; each instanceof Error && errors.length < CAUSES; each = each.cause) {
    errors.push(each);
  }
  return errors;
}

/** The class of an error; a name that does not look like a class may be anything. */
const nameOf = ({ name }: Error) =>
  /^[A-Z][A-Za-z]{0,40}(?:Error|Exception)$/.test(name) || name in Deno.errors ? name : "Error";

function tagsOf(error: Error): Record<string, string> {
  const fields: Record<string, unknown> = { ...error };
  const tags: Record<string, string> = {};
  if (typeof fields.code === "string" && CODE.test(fields.code)) tags.code = fields.code;
  if (error.name !== "PostgresError") return tags;
  for (const [field, tag] of Object.entries(SCHEMA_FIELDS)) {
    const value = fields[field];
    if (typeof value === "string" && /^[a-z0-9_]{1,63}$/.test(value)) tags[tag] = value;
  }
  return tags;
}

/** Whether a route is one of our patterns, and not a requested address. */
const isPattern = (route: string) => /^(?:\/(?:[a-z_]+(?:-[a-z]+)*|:[A-Za-z]+))+$/.test(route);

/**
 * Lines of a stack, the innermost last. A message may have lines that look like frames: it is
 * removed first.
 */
function framesOf({ name, message, stack = "" }: Error): Frame[] {
  const head = [`${name}: ${message}`, message].find((text) => text !== "" && stack.includes(text));
  const lines = head === undefined ? stack : stack.slice(stack.indexOf(head) + head.length);
  return Array.from(
    lines.matchAll(/^ {4}at (?:(.+) \()?(\S+?):(\d+):(\d+)\)?$/gm),
    ([, called = "", file = "", line, column]): Frame => {
      const isForeign = FOREIGN.test(file);
      const own = isForeign ? undefined : OURS.exec(file)?.[1];
      const filename = isForeign ? file.replace(/^.*\/(?=node_modules\/|packages\/)/, "") : own;
      const isPlain = filename !== undefined && /^(?:async |new )*[\w$.#<>]{1,80}$/.test(called);
      return {
        filename: filename ?? "…",
        function: isPlain ? called : "…",
        lineno: Number(line),
        colno: Number(column),
        in_app: own !== undefined,
      };
    },
  ).slice(0, FRAMES).reverse();
}
