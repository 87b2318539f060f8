import type { Language } from "../../kit/language/language.ts";
import { french } from "../../kit/language/french_spaces.ts";

/** What a page without a connection would have shown. */
export type Needed = "athlete" | "comparison" | "search" | "clubs" | "page";

const fr = french({
  title: "Hors connexion",
  joke: "Le réseau est resté au vestiaire",
  leads: {
    athlete: "Les records d’un athlète sont lus sur le réseau, et l’appareil n’en a pas.",
    comparison:
      "Comparer des athlètes demande leurs records, donc du réseau : l’appareil n’en a pas.",
    search: "L’annuaire des athlètes se consulte par le réseau, et l’appareil n’en a pas.",
    clubs: "L’annuaire des clubs se consulte par le réseau, et l’appareil n’en a pas.",
    page: "Cette page demande du réseau, et l’appareil n’en a pas.",
  } satisfies Record<Needed, string>,
  notSent: "Rien n’a été envoyé : le formulaire demande du réseau, et l’appareil n’en a pas.",
  again: "Réessayer",
  reopens: "La page s’ouvrira d’elle-même au retour du réseau.",
  meanwhile: "Ces pages fonctionnent sans réseau :",
  table: "Tableau d’allures",
});

const en: typeof fr = {
  title: "Offline",
  joke: "The network stayed in the changing room",
  leads: {
    athlete: "An athlete’s PBs are read over the network, and the device has none.",
    comparison: "Comparing athletes takes their PBs, and so a network: the device has none.",
    search: "The index of athletes is read over the network, and the device has none.",
    clubs: "The index of clubs is read over the network, and the device has none.",
    page: "This page needs a network, and the device has none.",
  },
  notSent: "Nothing was sent: the form needs a network, and the device has none.",
  again: "Try again",
  reopens: "The page will open by itself once the network is back.",
  meanwhile: "These pages work without a network:",
  table: "Pace table",
};

/** Texts of the substitute for pages that need a connection. */
export const OFFLINE_TEXTS: Record<Language, typeof fr> = { fr, en };
