/**
 * What the site needs otherwise than this alpha of Fresh does it. Each plugin stops the build when
 * what it changes is gone, so that a new version of Fresh is looked at instead of trusted.
 */
import type { Plugin } from "vite";

/** Notes which buttons are pressed before the page wakes, and waits for the first paint. */
const BEFORE_BOOT =
  'const early=[],note=({target})=>early.push(target.closest("button[type=button]"));' +
  'addEventListener("click",note);' +
  "await new Promise(done=>{" +
  'new PerformanceObserver(done).observe({type:"paint",buffered:true});setTimeout(done,1000)});';
/** Presses them again. */
const AFTER_BOOT = 'removeEventListener("click",note);for(const button of early)button?.click();';

/** What stands in a module of Fresh, and what is put in its place. */
type Change = readonly [from: string | RegExp, to: string];

/** Makes a plugin that changes modules of Fresh, by their file. */
function changeFresh(name: string, changes: Record<string, readonly Change[]>): Plugin {
  return {
    name,
    transform: {
      filter: { id: /@frsh.+\/dist\/(?:client|server)\/\w+\.js(?:\?|$)/ },
      handler(code, id) {
        const file = id.replace(/\?.*/, "").split("/").slice(-2).join("/");
        const wanted = changes[file];
        if (wanted === undefined) return null;
        let changed = code;
        for (const [from, to] of wanted) {
          const before = changed;
          changed = changed.replace(from, to);
          if (changed === before) throw new Error(`Fresh's ${file} changed: ${name} is void`);
        }
        return { code: changed, map: null };
      },
    },
  };
}

/**
 * Makes the renderer paste its boot script literally.
 *
 * This alpha calls `html.replace("</head>", script)`: a `$'` in an island's props (a search text, a
 * name) would be expanded to a part of the page inside the script.
 */
export const literalBootScript = changeFresh("literal-boot-script", {
  "server/render.js": [[
    /replace\("<\/head>", (\w+) \+ "<\/head>"\)/g,
    'replace("</head>", () => $1 + "</head>")',
  ]],
});

/**
 * Leaves navigation to the browser.
 *
 * This alpha takes over every step back and forward between two states of one page, with or without
 * `f-client-nav`: it reads the page anew and adds an entry to the history, so that no step forward
 * is left. The table writes its states into the history itself. A sixth of the scripts falls away
 * with it.
 */
export const ownNavigation = changeFresh("own-navigation", {
  // The whole module, as long as this function is all that it exports.
  "client/partials.js": [[
    /^(?:(?!^export )[^])*^export function installPartials\(\) \{(?:(?!^export )[^])*(?![^])/m,
    "export function installPartials() {}\n",
  ]],
});

/**
 * Lets the browser paint before any script of the site is even asked for: the page is complete
 * without them, and what it is painted with comes sooner. A tab that is not looked at paints
 * nothing; it waits a second. Buttons that are pressed before are pressed again once somebody
 * listens.
 *
 * This alpha has them load beside the page, and wakes the islands as soon as they are there.
 */
export const paintFirst = changeFresh("paint-first", {
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

/**
 * Wakes islands in the page as it stands: this alpha renders them anew over what the server drew.
 */
export const hydrateIslands = changeFresh("hydrate-islands", {
  "client/islands.js": [
    ["import { h, render }", "import { h, hydrate, render }"],
    [/\brender\((?=h\(Component,)/, "hydrate("],
  ],
});
