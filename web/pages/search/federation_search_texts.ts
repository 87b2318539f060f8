import { englishCount, frenchCount } from "../../kit/language/count.ts";
import type { Language } from "../../kit/language/language.ts";
import { french } from "../../kit/language/french_spaces.ts";

const fr = french({
  heading: "Sur le site de la fédération",
  why:
    "L’athlète n’est pas dans la liste ? La recherche d’athle.fr connaît aussi les licenciés récents. Elle exige l’orthographe exacte.",
  ask: "Chercher sur athle.fr",
  none: "athle.fr ne trouve personne à ce nom.",
  found: (n: number, more: boolean) =>
    `athle.fr ${more ? "donne d’abord" : "trouve"} ${frenchCount(n, "athlète", "athlètes")}.`,
  listed: "dans l’annuaire",
  notListed: "pas encore dans l’annuaire : y entre si vous le choisissez",
  busy: "Trop de recherches sur athle.fr en ce moment. Réessayez dans une minute.",
  unavailable: "athle.fr ne répond pas pour le moment. Réessayez plus tard.",
  changed: "athle.fr a changé et n’est pas encore compris ici. Cherchez-y directement.",
  gone: "athle.fr n’a pas, ou plus, de fiche pour cet athlète.",
  ownSearch: "Chercher directement sur le site de la fédération",
});

const en: typeof fr = {
  heading: "On the federation’s site",
  why:
    "The athlete is not in the list? The search of athle.fr knows recent members too. It needs the exact spelling.",
  ask: "Search athle.fr",
  none: "athle.fr finds nobody of that name.",
  found: (n, more) =>
    `athle.fr ${more ? "first gives" : "finds"} ${englishCount(n, "athlete", "athletes")}.`,
  listed: "in the index",
  notListed: "not in the index yet: added when you choose it",
  busy: "Too many searches on athle.fr right now. Try again in a minute.",
  unavailable: "athle.fr does not answer right now. Try again later.",
  changed: "athle.fr has changed and is not understood here yet. Search it directly.",
  gone: "athle.fr has no page, or no longer, for this athlete.",
  ownSearch: "Search the federation’s site directly",
};

/** Texts about the federation's own search. */
export const FEDERATION_SEARCH_TEXTS: Record<Language, typeof fr> = { fr, en };
