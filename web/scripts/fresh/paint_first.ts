import { changeModule } from "./patch.ts";

/** Notes which buttons are pressed before hydration, and waits for the first paint. */
const BEFORE_BOOT =
  'const early=[],note=({target})=>early.push(target.closest("button[type=button]:not([popovertarget])"));' +
  'addEventListener("click",note);' +
  "await new Promise(done=>{" +
  'new PerformanceObserver(done).observe({type:"paint",buffered:true});setTimeout(done,1000)});';
/** Presses them again. */
const AFTER_BOOT = 'removeEventListener("click",note);for(const button of early)button?.click();';

/**
 * Lets the browser paint before any script of the site is even asked for: the page is complete
 * without them, and what it is painted with comes sooner. A tab that is not looked at paints
 * nothing; it waits a second. Buttons that are pressed before are pressed again once somebody
 * listens, but for those that open a sheet: the browser does that itself.
 *
 * This alpha has the scripts load beside the page, and hydrates the islands as soon as they are
 * there.
 */
export function paintFirst(file: string, code: string): string | null {
  return changeModule({ file, code }, {
    "server/serialization.js": [
      [
        "`default as ${alias}` : `${name} as ${alias}`",
        "`default:${alias}` : `${name}:${alias}`",
      ],
      [
        '`import {${specs.join(",")}} from ${JSON.stringify(url)};`',
        '`const {${specs.join(",")}}=await import(${JSON.stringify(url)});`',
      ],
    ],
    "server/render.js": [
      ['parts.push(`<link rel="modulepreload" href="${href}">`);', ""],
      [
        "const scriptBody = [",
        "const scriptBody = [`" + BEFORE_BOOT +
        "await Promise.all(${JSON.stringify([...seenPreload])}.map(url=>import(url)));`, ",
      ],
      [/callLine,?\s*\]\.join/, `callLine, \`${AFTER_BOOT}\`].join`],
    ],
  });
}
