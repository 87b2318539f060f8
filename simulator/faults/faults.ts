import { z } from "zod";
import { draw } from "../chance/draw.ts";
import { type HostRedirect, otherHost } from "./other_host.ts";
import { type PageStyle, USUAL_STYLE } from "../pages/style.ts";

/** Faults that change what a page looks like; the answer stays a complete 200. */
const STYLE_FAULTS: Record<string, Partial<PageStyle>> = {
  "missing-section": { missingSection: true },
  "other-columns": { otherColumns: true },
  "data-section": { sectionAttribute: "data-section" },
  "tbody": { tbody: "always" },
  "no-tbody": { tbody: "never" },
  "json-fragment": { jsonFragment: true },
  "broken-row": { brokenRow: true },
  "nameless-athlete": { unknownAthlete: "nameless" },
  "generic-athlete": { genericAthlete: true },
  "unbalanced": { unbalanced: true },
  "redesign": { design: "next" },
  "former-site": { design: "former" },
};

/** Every kind of fault: those of the answer as a whole, then those of the page. */
export const FAULT_KINDS = [
  "unavailable",
  "timeout",
  "slow",
  "truncated",
  "reset",
  "short-body",
  "forbidden",
  "too-many-requests",
  "processing-error",
  "error-page",
  "maintenance",
  "challenge",
  "asp-net-error",
  "www-redirect",
  "apex-redirect",
  "wrong-page",
  "missing-section",
  "other-columns",
  "data-section",
  "tbody",
  "no-tbody",
  "json-fragment",
  "broken-row",
  "nameless-athlete",
  "generic-athlete",
  "unbalanced",
  "redesign",
  "former-site",
] as const;
export type FaultKind = typeof FAULT_KINDS[number];

/** Faults that strike only where the host has the other name. */
const HOST_REDIRECTS = new Set<string>(["www-redirect", "apex-redirect"] satisfies HostRedirect[]);

export function isHostRedirect(kind: FaultKind): kind is HostRedirect {
  return HOST_REDIRECTS.has(kind);
}

/** A fault and where it strikes; all but `kind` have defaults. */
export const FaultRule = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  /** Which requests: path, or path and query, `*` for anything. */
  path: z.string().min(1).max(500).default("*"),
  /** Share of those requests: 0 to 1. */
  rate: z.number().min(0).max(1).default(1),
  /** How many requests at most; no limit by default. */
  times: z.int().min(1).optional(),
  /** HTTP status of `maintenance`, `challenge`, `asp-net-error` and `error-page`. */
  status: z.int().min(200).max(599).optional(),
  /**
   * `Retry-After` of `too-many-requests` and `unavailable`; how long `timeout` and `slow` hold the
   * answer back.
   */
  seconds: z.number().min(0).max(3600).optional(),
});
export type FaultRule = z.output<typeof FaultRule>;

/** A fault that is switched on, with its number and how often it struck. */
export type ActiveFault = FaultRule & { id: number; struck: number };

/** What the faults do to one request. */
export type FaultEffects = {
  /** The fault of the answer as a whole, if any. */
  answer: ActiveFault | null;
  style: PageStyle;
};

/** The faults that are switched on. */
export class Faults {
  readonly #active: { fault: ActiveFault; pattern: RegExp }[] = [];
  readonly #seed: number;
  #draws = 0;
  #lastId = 0;

  /**
   * @param seed Which requests random faults strike follows from it and from the order of requests.
   */
  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Switches a fault on. */
  add(rule: FaultRule): ActiveFault {
    const fault = { ...rule, id: ++this.#lastId, struck: 0 };
    this.#active.push({ fault, pattern: globPattern(rule.path) });
    return fault;
  }

  /** Switches a fault off; false if there is no such fault. */
  remove(id: number): boolean {
    const at = this.#active.findIndex(({ fault }) => fault.id === id);
    if (at !== -1) this.#active.splice(at, 1);
    return at !== -1;
  }

  clear(): void {
    this.#active.length = 0;
  }

  list(): ActiveFault[] {
    return this.#active.map(({ fault }) => ({ ...fault }));
  }

  /** Decides what happens to one request. Faults of the answer: the first that strikes wins. */
  strike(url: URL): FaultEffects {
    let answer: ActiveFault | null = null;
    let style = USUAL_STYLE;
    for (const { fault, pattern } of this.#active) {
      if (!pattern.test(url.pathname) && !pattern.test(url.pathname + url.search)) continue;
      if (fault.times !== undefined && fault.struck >= fault.times) continue;
      if (isHostRedirect(fault.kind) && otherHost(fault.kind, url) === null) continue;
      const changes = STYLE_FAULTS[fault.kind];
      if (changes === undefined && answer !== null) continue;
      if (fault.rate < 1 && draw(this.#seed, this.#draws++) >= fault.rate) continue;
      fault.struck++;
      if (changes === undefined) answer = fault;
      else style = { ...style, ...changes };
    }
    return { answer, style };
  }
}

function globPattern(glob: string): RegExp {
  const parts = glob.split("*").map((part) => part.replace(/[\\^$.+?()[\]{}|/-]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}
