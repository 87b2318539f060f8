import { LRUCache } from "lru-cache";
import type { LogFields } from "../log.ts";
import { type ErrorEvent, toErrorEvent } from "./event.ts";

/** Form of a DSN: a collector's address with its key and the project's number. */
export const DSN_FORM = "https://KEY@HOST/PROJECT, as Sentry or GlitchTip shows it";
const DSN = /^(https?):\/\/([A-Za-z0-9]+)@([A-Za-z0-9.-]+(?::\d+)?)((?:\/[\w.-]+)*)\/(\d+)$/;

/** Whether a text is a DSN. */
export const isDsn = (text: string) => DSN.test(text);

/** Most events a minute: a fault that every visitor meets is one fault. */
const PER_MINUTE = 20;
/** Most events that wait to be sent. */
const WAITING = 20;
/** Faults that are remembered, to count how often each one occurred. */
const REMEMBERED = 200;
const MINUTE = 60_000;
/** Longest time for the collector's answer, ms. */
const ANSWER_WITHIN = 5000;
/** Pause after a failure, ms, unless the collector asks for another; an hour at most. */
const PAUSE = 60_000;
const LONGEST_PAUSE = 3_600_000;

/** Reports errors. It never throws and nobody waits for it. */
export interface ErrorReporter {
  /** Reports an error line of the log. */
  report(message: string, fields: LogFields): void;
  /** Waits until all is sent, or for the given time, ms. */
  flush(limit: number): Promise<void>;
}

/**
 * Reports errors to a collector that speaks Sentry's protocol (envelopes over HTTP).
 *
 * @param reporter.dsn Address of the collector, of the form {@linkcode DSN_FORM}.
 * @param reporter.trouble Called with the reason when errors cannot be reported, once for each
 *   pause.
 */
export function createErrorReporter(
  { dsn, part, release, trouble, clock = () => new Date() }: {
    dsn: string;
    part: string;
    release: string;
    trouble: (reason: string) => void;
    clock?: () => Date;
  },
): ErrorReporter {
  const [, scheme = "", key = "", host = "", path = "", project = ""] = DSN.exec(dsn) ?? [];
  const url = `${scheme}://${host}${path}/api/${project}/envelope/`;
  const seen = new LRUCache<string, { at: number; heldBack: number }>({ max: REMEMBERED });
  const waiting: ErrorEvent[] = [];
  let sent: number[] = [];
  let pausedUntil = 0;
  let sending: Promise<void> | undefined;

  /** Whether to send this one, and how many of its kind were not sent since the last one. */
  const admit = ({ fingerprint }: ErrorEvent, now: number): number | null => {
    const same = fingerprint.join("\n");
    const before = seen.get(same);
    if (before !== undefined && Math.abs(now - before.at) < MINUTE) {
      before.heldBack++;
      return null;
    }
    sent = sent.filter((at) => Math.abs(now - at) < MINUTE);
    if (now < pausedUntil || sent.length >= PER_MINUTE || waiting.length >= WAITING) return null;
    sent.push(now);
    seen.set(same, { at: now, heldBack: 0 });
    return before?.heldBack ?? 0;
  };

  const pause = (wait: number, reason: string) => {
    waiting.length = 0;
    pausedUntil = clock().getTime() + Math.min(wait, LONGEST_PAUSE);
    trouble(reason);
  };

  const send = async (event: ErrorEvent) => {
    try {
      const answer = await fetch(url, {
        method: "POST",
        redirect: "error",
        signal: AbortSignal.timeout(ANSWER_WITHIN),
        headers: {
          "content-type": "application/x-sentry-envelope",
          "x-sentry-auth": `Sentry sentry_version=7, sentry_key=${key}, sentry_client=mypacer/1.0`,
          "user-agent": "mypacer/1.0",
        },
        body: toEnvelope(event, clock()),
      });
      await answer.body?.cancel();
      if (answer.ok) return;
      const asked = Number(answer.headers.get("retry-after")) * 1000;
      pause(asked > 0 ? asked : PAUSE, `the collector answered ${answer.status}`);
    } catch (error) {
      // The message may hold the address, and with it the key.
      const { name } = error instanceof Error ? error : new Error();
      pause(PAUSE, name === "NotCapable" ? `--allow-net does not name ${host}` : name);
    }
  };
  const sendAll = async () => {
    for (let event = waiting.shift(); event !== undefined; event = waiting.shift()) {
      await send(event);
    }
    sending = undefined;
  };

  return {
    report(message, fields) {
      try {
        const now = clock();
        const event = toErrorEvent({ part, release, message, fields, now });
        const heldBack = admit(event, now.getTime());
        if (heldBack === null) return;
        if (heldBack > 0) event.tags.held_back = String(heldBack);
        waiting.push(event);
        sending ??= sendAll();
      } catch (error) {
        // Reading the error failed: the log has it, and the process goes on.
        trouble(error instanceof Error ? error.name : "Error");
      }
    },
    async flush(limit) {
      if (sending === undefined) return;
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, limit);
      await Promise.race([sending, late.promise]);
      clearTimeout(timer);
    },
  };
}

/** Three lines of JSON: head, type of the item, the event. */
function toEnvelope(event: ErrorEvent, now: Date): string {
  return [
    { event_id: event.event_id, sent_at: now.toISOString() },
    { type: "event" },
    event,
  ].map((line) => `${JSON.stringify(line)}\n`).join("");
}
