/** Reading addresses of the federation's former site, `bases.athle.fr`, gone since mid-2025. */

/** An athlete's number on the former site. */
export interface OldSiteId {
  /**
   * Which of the site's two number spaces: `history` ids may be several for one person; `actor` ids
   * are those of the present `/athletes/{id}`. The ranges overlap, so the two must never be
   * compared.
   */
  space: "history" | "actor";
  id: string;
}

/** Pages of the former site by the number space their `seq` belongs to. */
const SPACES: Record<string, OldSiteId["space"]> = {
  records: "history",
  bilans: "history",
  resultats: "history",
  podiums: "history",
  vitessekm: "history",
  cclubs: "actor",
  biographies: "actor",
  selections: "actor",
  coupe: "actor",
};

/**
 * Encodes a number as the former site wrote it in `seq`: each character as 99 minus its code, then
 * its code.
 *
 * @throws {RangeError} If it is not 1 to 12 digits.
 */
export function encodeOldSeq(id: string): string {
  if (!/^\d{1,12}$/.test(id)) {
    throw new RangeError(`Cannot encode "${id.slice(0, 40)}": not 1 to 12 digits`);
  }
  return Array.from(id, (digit) => {
    const code = digit.charCodeAt(0);
    return `${99 - code}${code}`;
  }).join("");
}

/**
 * Decodes a `seq` of the former site. A space encoded at either end, as some stored addresses have
 * it, is dropped.
 *
 * @throws {SyntaxError} If it is not such an encoding of digits.
 */
export function decodeOldSeq(seq: string): string {
  const quads = seq.match(/\d{4}/g) ?? [];
  if (seq === "" || quads.join("") !== seq) {
    throw new SyntaxError(`Cannot decode seq "${seq.slice(0, 60)}": not groups of four digits`);
  }
  const decoded = quads.map((quad) => {
    const code = Number(quad.slice(2));
    if (Number(quad.slice(0, 2)) + code !== 99) {
      throw new SyntaxError(
        `Cannot decode seq "${seq.slice(0, 60)}": "${quad}" does not add up to 99`,
      );
    }
    return String.fromCharCode(code);
  }).join("").trim();
  if (!/^\d{1,12}$/.test(decoded)) {
    throw new SyntaxError(`Cannot decode seq "${seq.slice(0, 60)}": it does not hold a number`);
  }
  return decoded;
}

/**
 * Reads the athlete's number from an address of the former site; null for other addresses.
 *
 * @throws {SyntaxError} If its `seq` cannot be decoded.
 */
export function oldSiteId(href: string): OldSiteId | null {
  const url = URL.parse(href, "https://bases.athle.fr");
  if (url === null || !/\/athletes\.aspx$/i.test(url.pathname)) return null;
  const space = SPACES[(url.searchParams.get("base") ?? "").toLowerCase()];
  const seq = url.searchParams.get("seq");
  return space === undefined || seq === null ? null : { space, id: decodeOldSeq(seq.trim()) };
}
