import type { Language } from "../../kit/language/language.ts";
import { french } from "../../kit/language/french_spaces.ts";

const fr = french({
  notFoundTitle: "Page introuvable",
  notFound: "Cette page n’existe pas, ou plus.",
  notFoundJoke: "Un couloir de trop, sans doute : la piste n’en a que huit.",
  shareJoke: "Trop de tours d’affilée : on récupère un peu.",
  shareTitle: "Trop d’athlètes consultés",
  share:
    "Trop d’athlètes différents ont été consultés depuis votre réseau. Pour que personne ne copie l’annuaire, chaque réseau n’en lit qu’une petite part par jour ; il se partage parfois entre beaucoup de monde, comme sur mobile. Les athlètes déjà vus restent accessibles ; réessayez plus tard pour les autres.",
  methodJoke: "Mauvais couloir : cette page se lit, c’est tout.",
  methodTitle: "Demande refusée",
  method: "Cette page n’accepte pas cette demande.",
  failedJoke: "Faux départ. Cette fois, c’est nous.",
  failedTitle: "Une erreur est survenue",
  failed: "La page n’a pas pu être préparée. L’incident est noté ; réessayez dans un instant.",
  home: "Aller au tableau d’allures",
  tools: "Outils",
  clubs: "Clubs",
});

const en: typeof fr = {
  notFoundTitle: "Page not found",
  notFound: "This page does not exist, or no longer.",
  notFoundJoke: "One lane too many, perhaps: the track has only eight.",
  shareJoke: "Too many laps in a row: let us recover a little.",
  shareTitle: "Too many athletes looked up",
  share:
    "Too many different athletes were looked up from your network. So that nobody copies the index, each network reads a small part of it in a day; many people may share one, as on mobile phones. Athletes seen before are still shown; try again later for others.",
  methodJoke: "Wrong lane: this page can be read, and no more.",
  methodTitle: "Request refused",
  method: "This page does not accept that request.",
  failedJoke: "False start. This time it was us.",
  failedTitle: "Something went wrong",
  failed: "The page could not be made. The incident is noted; try again in a moment.",
  home: "Go to the pace table",
  tools: "Tools",
  clubs: "Clubs",
};

/** Texts of the error pages. */
export const ERROR_TEXTS: Record<Language, typeof fr> = { fr, en };
