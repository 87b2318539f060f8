import type { Language } from "../../kit/language/language.ts";

const fr = {
  title: "Hors connexion",
  lead: "Cette page demande du réseau, et l’appareil n’en a pas.",
  notSent: "Rien n’a été envoyé : le formulaire demande du réseau, et l’appareil n’en a pas.",
  again: "Réessayer",
  meanwhile: "Sans réseau, ces pages marchent :",
  table: "Tableau d’allures",
};

const en: typeof fr = {
  title: "Offline",
  lead: "This page needs a network, and the device has none.",
  notSent: "Nothing was sent: the form needs a network, and the device has none.",
  again: "Try again",
  meanwhile: "These pages work without a network:",
  table: "Pace table",
};

/** Texts of the substitute for pages that need a connection. */
export const OFFLINE_TEXTS: Record<Language, typeof fr> = { fr, en };
