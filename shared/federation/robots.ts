/** Rules for robots, as RFC 9309 (2022) reads them, with the customary `Crawl-delay`. */

/** What a site's robots.txt asks of one robot. */
export interface Robots {
  /** Whether the robot may read the address. @param path Path and query, as sent. */
  allows(path: string): boolean;
  /** Seconds to leave between two requests; null when nothing is asked. */
  crawlDelay: number | null;
}

interface Rule {
  allow: boolean;
  pattern: string;
}

interface Group {
  agents: string[];
  rules: Rule[];
  crawlDelay: number | null;
}

/** Longest pause between two requests that is believed, in seconds. */
const LONGEST_DELAY = 3600;

/** Allows everything: what a site without robots.txt asks. */
export const NO_RULES: Robots = { allows: () => true, crawlDelay: null };

/**
 * Reads a robots.txt. Lines that are not understood are ignored, as the standard asks; a text
 * without rules allows everything.
 *
 * @param userAgent Name of the robot, with or without version: its first word counts, whatever its
 * case.
 */
export function parseRobots(content: string, userAgent: string): Robots {
  const token = /^[a-z_-]*/i.exec(userAgent.trim())?.[0].toLowerCase() ?? "";
  const groups = readGroups(content);
  const own = groups.filter((group) => group.agents.includes(token));
  const applying = own.length > 0 ? own : groups.filter((group) => group.agents.includes("*"));
  const rules = applying.flatMap((group) => group.rules);
  const delays = applying.flatMap((group) => group.crawlDelay ?? []);
  return {
    allows: (path) => path === "/robots.txt" || isAllowed(rules, canonical(path)),
    crawlDelay: delays.length === 0 ? null : Math.max(...delays),
  };
}

function readGroups(content: string): Group[] {
  const groups: Group[] = [];
  let open = false;
  for (const line of content.replace(/^\ufeff/, "").split(/\r\n|\r|\n/)) {
    const field = /^\s*([a-z-]+)\s*:\s*(.*?)\s*$/i.exec(line.replace(/#.*/, ""));
    if (field === null) continue;
    const name = field[1]?.toLowerCase() ?? "";
    const value = field[2] ?? "";
    if (name === "user-agent") {
      const agent = value === "*" ? "*" : /^[a-z_-]*/i.exec(value)?.[0].toLowerCase() ?? "";
      // Several agents in a row share the rules that follow.
      if (open) groups.at(-1)?.agents.push(agent);
      else groups.push({ agents: [agent], rules: [], crawlDelay: null });
      open = true;
      continue;
    }
    const group = groups.at(-1);
    if (group === undefined) continue;
    if (name === "allow" || name === "disallow") {
      open = false;
      if (value !== "") group.rules.push({ allow: name === "allow", pattern: canonical(value) });
    } else if (name === "crawl-delay") {
      open = false;
      const seconds = Number(value.replace(",", "."));
      if (value !== "" && seconds >= 0) group.crawlDelay = Math.min(seconds, LONGEST_DELAY);
    }
  }
  return groups;
}

/** The longest matching rule decides; of two equally long ones, the one that allows. */
function isAllowed(rules: Rule[], path: string): boolean {
  let best: Rule | null = null;
  for (const rule of rules) {
    if (!matches(rule.pattern, path)) continue;
    if (best === null || rule.pattern.length > best.pattern.length) best = rule;
    else if (rule.pattern.length === best.pattern.length && rule.allow) best = rule;
  }
  return best === null || best.allow;
}

/**
 * Whether the path begins as the pattern says: `*` is any run of characters, `$` at its end the
 * path's end.
 */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith("$");
  const [head = "", ...parts] = (anchored ? pattern.slice(0, -1) : pattern).split("*");
  if (!path.startsWith(head)) return false;
  let at = head.length;
  // Matching each part at its earliest place leaves the most room for those behind it; the last one
  // of an anchored pattern has only one place to be.
  const last = anchored ? parts.pop() : undefined;
  for (const part of parts) {
    const index = path.indexOf(part, at);
    if (index === -1) return false;
    at = index + part.length;
  }
  if (!anchored) return true;
  if (last === undefined) return at === path.length;
  return path.endsWith(last) && path.length - last.length >= at;
}

/**
 * One spelling for equivalent addresses: characters beyond ASCII encoded, encoded letters and
 * digits bare.
 */
function canonical(path: string): string {
  return path
    .replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character.toWellFormed()))
    .replace(/%([0-9a-f]{2})/gi, (code, hex: string) => {
      const character = String.fromCharCode(parseInt(hex, 16));
      return /[a-z0-9._~-]/i.test(character) ? character : code.toUpperCase();
    });
}
