import type { Json } from "./openapi.ts";

/** The page's only style: sizes and colors follow the reader's settings. */
const STYLE = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 20%, transparent); }
body { font: 1rem/1.55 system-ui, sans-serif; max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1, h2, h3 { line-height: 1.2; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); padding-bottom: .3rem; }
article { margin: 1.5rem 0; }
code, pre { font: .9em/1.45 ui-monospace, monospace; }
h3 code { font-size: 1em; font-weight: 600; overflow-wrap: anywhere; }
pre { overflow-x: auto; border: 1px solid var(--line); border-radius: .4rem; padding: .75rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
nav ul { list-style: none; padding: 0; columns: 18rem; }
`;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escape(text: unknown): string {
  return String(text).replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

/**
 * The Content-Security-Policy under which the page may be shown: its own style and nothing else.
 */
export async function docsPolicy(): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(STYLE));
  return `default-src 'none'; style-src 'sha256-${
    new Uint8Array(digest).toBase64()
  }'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

/** One operation of the document with where it is. */
interface Entry {
  method: string;
  path: string;
  operation: Json;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The parts of a list or an object that are objects, with their names. */
function parts(value: unknown): [string, Json][] {
  return Object.entries(isObject(value) || Array.isArray(value) ? value : {}).filter(
    (entry): entry is [string, Json] => isObject(entry[1]),
  );
}

function entries(document: Json): Entry[] {
  return parts(document["paths"]).flatMap(([path, methods]) =>
    parts(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation }))
  );
}

function schemaName(schema: unknown): string {
  if (!isObject(schema)) return "";
  const { $ref, type, items } = schema;
  if (typeof $ref === "string") {
    const name = $ref.split("/").at(-1) ?? "";
    return `<a href="#schema-${escape(name)}"><code>${escape(name)}</code></a>`;
  }
  if (type === "array") return `list of ${schemaName(items)}`;
  return `<code>${escape(type ?? "any")}</code>`;
}

/** What a parameter accepts beyond its type. */
function limits(schema: unknown): string {
  if (!isObject(schema)) return "";
  const { $ref: _ref, type: _type, items, ...rest } = schema;
  const own = Object.entries(rest).map(([key, value]) => `${key} ${JSON.stringify(value)}`);
  const inner = isObject(items) ? limits(items) : "";
  return [...own.map(escape), ...inner === "" ? [] : [`each: ${inner}`]].join(", ");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const cells = (tag: string, row: readonly string[]) =>
    `<tr>${row.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  return `<div class="scroll" tabindex="0"><table><thead>${cells("th", head)}</thead><tbody>${
    rows.map((row) => cells("td", row)).join("")
  }</tbody></table></div>`;
}

function responseRow([status, response]: [string, Json]): string[] {
  const bodies = parts(response["content"]).map(([type, { schema }]) =>
    `${escape(type)} ${schemaName(schema)}`
  );
  return [escape(status), escape(response["description"]), bodies.join("<br>")];
}

function article({ method, path, operation }: Entry): string {
  const parameters = parts(operation["parameters"]).map((
    [, { name, in: place, required, schema }],
  ) => [
    `<code>${escape(name)}</code>`,
    `${escape(place)}${required === true ? ", required" : ""}`,
    schemaName(schema),
    limits(schema),
  ]);
  const body = parts(isObject(operation["requestBody"]) ? operation["requestBody"]["content"] : {});
  return `<article id="${escape(operation["operationId"])}">
<h3><code>${method} ${escape(path)}</code> · ${escape(operation["summary"])}</h3>
${operation["description"] === undefined ? "" : `<p>${escape(operation["description"])}</p>`}
${table(["Parameter", "Where", "Type", "Accepted"], parameters)}
${
    body.map(([type, { schema }]) =>
      `<details><summary>Body: ${escape(type)}</summary><pre tabindex="0">${
        escape(JSON.stringify(schema, null, 2))
      }</pre></details>`
    ).join("")
  }
${table(["Status", "Meaning", "Body"], parts(operation["responses"]).map(responseRow))}
</article>`;
}

/** The documentation as a page that needs neither script nor anything from elsewhere. */
export function docsPage(document: Json): string {
  const info = isObject(document["info"]) ? document["info"] : {};
  const operations = entries(document);
  const tags = parts(document["tags"]).map(([, { name }]) => String(name));
  const operationsOf = (tag: string) =>
    operations.filter(({ operation }) => [operation["tags"]].flat().includes(tag));
  const components = isObject(document["components"]) ? document["components"] : {};
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(info["title"])}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escape(info["title"])} <small>${escape(info["version"])}</small></h1>
<p>${escape(info["description"])}</p>
<p>The same for machines: <a href="openapi.json">openapi.json</a></p>
<nav aria-label="Routes"><ul>
${
    operations.map(({ method, path, operation }) =>
      `<li><a href="#${escape(operation["operationId"])}"><code>${method} ${
        escape(path)
      }</code></a></li>`
    ).join("\n")
  }
</ul></nav>
${
    tags.map((tag) => `<h2>${escape(tag)}</h2>\n${operationsOf(tag).map(article).join("\n")}`).join(
      "\n",
    )
  }
<h2>Schemas</h2>
${
    parts(components["schemas"]).map(([name, schema]) =>
      `<article id="schema-${escape(name)}"><h3><code>${
        escape(name)
      }</code></h3><pre tabindex="0">${escape(JSON.stringify(schema, null, 2))}</pre></article>`
    ).join("\n")
  }
</main>
</body>
</html>
`;
}
