/** QR codes of addresses, as the path of a picture. */
import { encode } from "uqr";

/**
 * Longest address that becomes a code, characters. With 320 a code has 69 modules a side, which is
 * as fine as a phone reads from paper at the size that sheets have.
 */
const LONGEST = 320;
/** Light modules around a code. Source: ISO/IEC 18004, 2015. */
const QUIET = 4;

/** A QR code, a unit a module. */
export interface QrCode {
  /** Modules of a side, with the light ones around. */
  size: number;
  /** Lines through the middle of the dark modules, a unit wide. */
  path: string;
}

/**
 * The QR code of an address; null for one that is too long to be read from paper.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { qrCode } from "./qr_code.ts";
 * // 29 modules of version 3, and four light ones on each side.
 * assertEquals(qrCode("https://pacer.invalid/planificateur?d=10000")?.size, 37);
 * assertEquals(qrCode("https://pacer.invalid/" + "x".repeat(400)), null);
 * ```
 */
export function qrCode(address: string): QrCode | null {
  if (address.length > LONGEST) return null;
  // Any mask can be read. The best of the eight would take ten times as long, on every page.
  const { data, size } = encode(address, { ecc: "L", boostEcc: true, border: 0, maskPattern: 2 });
  return { size: size + 2 * QUIET, path: data.map(rowPath).join("") };
}

/** The dark runs of a row, as dashes of one line: as areas they would take twice the text. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = "";
  let drawn = 0;
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    path += path === "" ? `M${start + QUIET} ${y + QUIET + 0.5}` : `m${start - drawn} 0`;
    path += `h${x + 1 - start}`;
    drawn = x + 1;
  }
  return path;
}
