import { createTestApp, type TestApp } from "../../api/testing/test_app.ts";
import { fillDirectory } from "../../api/testing/test_directory.ts";
import {
  type RecordRow,
  recordsPage,
  type ResultRow,
  resultsFragment,
} from "../../simulator/testing/written_pages.ts";
import { type BuiltSite, startBuiltSite } from "../../web/testing/built_site.ts";
import { serveLocally } from "@mypacer/shared/testing/local_server.ts";
import { beforeTests } from "@mypacer/shared/testing/before_tests.ts";

/** An invented person with records: nobody of these names and ids is meant. */
export interface ComparedPerson {
  ffaId: string;
  name: string;
  /** 0 where the federation does not tell. */
  birthYear: number;
  sex: "M" | "F";
  /** Null where the federation does not answer; each of 4 May 2026 unless it says otherwise. */
  rows:
    | readonly (readonly [event: string, mark: string, date?: string, place?: string])[]
    | null;
  /** Results by calendar year; none by default. */
  results?: Readonly<Record<number, readonly ResultRow[]>>;
}

/** The built site over a real API and database, and a federation that knows these people. */
export interface ComparisonSite extends AsyncDisposable {
  app: TestApp;
  site: BuiltSite;
}

/** Starts the site, its API and a database of its own. */
export async function startComparisonSite(
  people: readonly ComparedPerson[],
  options: Parameters<typeof createTestApp>[0] = {},
): Promise<ComparisonSite> {
  await using parts = new AsyncDisposableStack();
  const app = parts.use(await createTestApp(options));
  await fillDirectory(app.sql, {
    athletes: people.map(({ rows: _, results: __, ...person }) => person),
  });
  app.federation.answer = ({ url }) => {
    if (url.includes("recherche")) {
      return Response.json(people.map(({ ffaId, name, sex }) => ({
        actseq: ffaId,
        nom: name,
        sexe: sex,
        club: "",
      })));
    }
    const person = people.find(({ ffaId }) => url.includes(ffaId));
    if (person === undefined) return new Response("not here", { status: 404 });
    if (person.rows === null) return new Response("down", { status: 500 });
    const { pathname, searchParams } = new URL(url);
    if (/resultats/.test(pathname)) {
      return new Response(
        resultsFragment(person.results?.[Number(searchParams.get("annee"))] ?? []),
      );
    }
    const rows = person.rows.map((
      [event, mark, date = "4 Mai 2026", place = "Ici"],
    ): RecordRow => [event, mark, date, place]);
    const [surname = "", ...given] = person.name.split(" ");
    const name = `${given.join(" ")} ${surname}`;
    return new Response(recordsPage({ name, born: String(person.birthYear || ""), rows }));
  };
  const api = parts.use(serveLocally((request) => {
    const { pathname, search } = new URL(request.url);
    const { method, headers, body } = request;
    return app.fetch(pathname + search, { method, headers, body });
  }));
  const site = parts.use(await startBuiltSite(api.url));
  const started = parts.move();
  return { app, site, [Symbol.asyncDispose]: () => started[Symbol.asyncDispose]() };
}

/** Starts the site before the tests of a file, and ends it after. */
export function useComparisonSite(
  people: readonly ComparedPerson[],
): Pick<ComparisonSite, "app" | "site"> {
  let running: ComparisonSite;
  beforeTests(async (parts) => {
    running = parts.use(await startComparisonSite(people));
  });
  return {
    get app() {
      return running.app;
    },
    get site() {
      return running.site;
    },
  };
}
