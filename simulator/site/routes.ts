import type { RequestKind } from "./counts.ts";
import type { FederationData } from "../pages/federation_data.ts";
import {
  athletePage,
  genericAthletePage,
  namelessAthletePage,
  type Tab,
  TABS,
} from "../pages/athlete.ts";
import { clubListPage } from "../pages/club_list.ts";
import { clubResultsPage } from "../pages/club_results.ts";
import { missingEndTags, removeEndTags, unbalanceTags } from "../pages/end_tags.ts";
import { toFormerSite } from "../pages/former_site.ts";
import { page } from "../pages/markup.ts";
import { peopleResultsPage } from "../pages/people_results.ts";
import { toRedesign } from "../pages/redesign.ts";
import { resultsFragment } from "../pages/results_section.ts";
import { rosterPage } from "../pages/roster.ts";
import { searchAnswer } from "../pages/search.ts";
import type { PageStyle } from "../pages/style.ts";

/** An answer of the site, before it becomes an HTTP response. */
export type SiteAnswer = { status: number; type: string; body: string };

/** What a request is for, and how to answer it. */
export type SiteRoute = {
  kind: RequestKind;
  answer: (style: PageStyle) => SiteAnswer | Promise<SiteAnswer>;
};

const html = (body: string, status = 200): SiteAnswer => ({
  status,
  type: "text/html; charset=utf-8",
  body,
});

const notFound = () => html(page("Page introuvable", "<h1>Page introuvable</h1>"), 404);

/** Rules for robots by default. */
export const ROBOTS = `User-agent: *
Disallow: /_simulator/
Disallow: /espace-prive/
`;

const KIND_OF_TAB: Record<Tab, RequestKind> = {
  "": "athlete",
  records: "records",
  resultats: "results",
  bilans: "athlete_tab",
  niveau: "athlete_tab",
  selections: "athlete_tab",
};

/** Finds what a request is for. Letter case and doubled slashes in the path do not matter. */
export function routeOf(data: FederationData, url: URL, robots: string): SiteRoute {
  const { kind, answer } = findRoute(data, url, robots);
  if (kind === "robots") return { kind, answer };
  return { kind, answer: async (style) => applyStyle(await answer(style), { url, style }) };
}

/** How a page of today becomes one of each design. */
const DESIGNS: Record<PageStyle["design"], (body: string) => string> = {
  present: (body) => body,
  next: toRedesign,
  // The search was another then, and nothing is known of it.
  former: (body) => /^\s*(?:[[{]|$)/.test(body) ? body : toFormerSite(body),
};

/** Gives an answer its style, and the end tags that the page at its address has. */
function applyStyle(
  answer: SiteAnswer,
  { url, style }: { url: URL; style: PageStyle },
): SiteAnswer {
  const usual = removeEndTags(answer.body, missingEndTags(url));
  const body = style.unbalanced ? unbalanceTags(usual) : usual;
  return { ...answer, body: DESIGNS[style.design](body) };
}

function findRoute(data: FederationData, url: URL, robots: string): SiteRoute {
  const path = url.pathname.replace(/\/{2,}/g, "/").toLowerCase();
  const parameters = url.searchParams;
  if (path === "/bases/liste.aspx") return listRoute(data, url);
  if (path === "/ajax/autocompletion.aspx") {
    return {
      kind: "search",
      answer: async () => ({
        status: 200,
        type: "application/json; charset=utf-8",
        body: await searchAnswer(data, parameters),
      }),
    };
  }
  if (path === "/ajax/fiche-athlete-resultats.aspx") {
    return {
      kind: "results_fragment",
      answer: (style) => {
        const person = data.people.find(parameters.get("seq") ?? "");
        return html(
          person === null ? "" : resultsFragment(data, { index: person.index, parameters }, style),
        );
      },
    };
  }
  if (path === "/robots.txt") {
    return {
      kind: "robots",
      answer: () => ({ status: 200, type: "text/plain; charset=utf-8", body: robots }),
    };
  }
  return athleteRoute(data, path, parameters) ?? { kind: "unknown", answer: notFound };
}

function listRoute(data: FederationData, url: URL): SiteRoute {
  const parameters = url.searchParams;
  const base = parameters.get("frmbase") ?? "";
  const mode = parameters.get("frmmode") ?? "";
  const hasSeason = /^\d{4}$/.test(parameters.get("frmsaison") ?? "");
  if (base === "cclubs" && mode === "1" && hasSeason) {
    return { kind: "club_list", answer: (style) => html(clubListPage(data, url, style)) };
  }
  if (base === "cclubs" && mode === "2" && hasSeason && parameters.get("frmnclub")) {
    return { kind: "roster", answer: (style) => html(rosterPage(data, url, style)) };
  }
  if (base === "resultats" && mode === "1" && hasSeason && parameters.get("frmclub")) {
    return { kind: "club_results", answer: (style) => html(clubResultsPage(data, url, style)) };
  }
  if (base === "resultats" && mode === "1" && parameters.get("frmnom")) {
    return {
      kind: "people_results",
      answer: async (style) => html(await peopleResultsPage(data, url, style)),
    };
  }
  // Other lists exist on the site and are not simulated: they answer as it does to too few
  // criteria.
  return {
    kind: "refused_list",
    answer: () =>
      html(page(
        "Résultats de votre recherche",
        '<p class="text-normal">Veuillez préciser vos critères de recherche.</p>',
      )),
  };
}

/** An unknown id is 404 where it is even, and what the site shows everybody where it is odd. */
function unknownAthlete(id: string, { unknownAthlete }: PageStyle): SiteAnswer {
  if (unknownAthlete === "nameless") return html(namelessAthletePage());
  return Number(id) % 2 === 1 ? html(genericAthletePage()) : html(namelessAthletePage(), 404);
}

function athleteRoute(
  data: FederationData,
  path: string,
  parameters: URLSearchParams,
): SiteRoute | null {
  const match = /^\/athletes\/(\d{1,12})(?:\/([a-z]*))?\/?$/.exec(path);
  const tab = TABS.find((known) => known === (match?.[2] ?? ""));
  if (match === null || tab === undefined) return null;
  return {
    kind: KIND_OF_TAB[tab],
    answer: (style) => {
      const id = match[1] ?? "";
      const person = data.people.find(id);
      if (style.genericAthlete) return html(genericAthletePage());
      if (person === null) return unknownAthlete(id, style);
      const season = parameters.get("saison") ?? "";
      const year = /^\d{4}$/.test(season) ? Number(season) : null;
      return html(athletePage(data, { person, tab, year }, style));
    },
  };
}
