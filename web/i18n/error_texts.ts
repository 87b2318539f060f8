import type { Language } from "./language.ts";

const fr = {
  notFoundTitle: "Page introuvable",
  notFound: "Cette page n’existe pas, ou plus.",
  methodTitle: "Demande refusée",
  method: "Cette page ne se demande pas ainsi.",
  failedTitle: "Une erreur est survenue",
  failed: "La page n’a pas pu être préparée. L’incident est noté ; réessayez dans un instant.",
  home: "Aller au tableau d’allures",
};

const en: typeof fr = {
  notFoundTitle: "Page not found",
  notFound: "This page does not exist, or no longer.",
  methodTitle: "Request refused",
  method: "This page is not asked for in this way.",
  failedTitle: "Something went wrong",
  failed: "The page could not be made. The incident is noted; try again in a moment.",
  home: "Go to the pace table",
};

/** What the error pages say. */
export const ERROR_TEXTS: Record<Language, typeof fr> = { fr, en };
