import type { Language } from "../language/language.ts";
import type { PageName } from "../addresses/paths.ts";
import { french } from "../language/french_spaces.ts";

/** Texts of the links in the foot of every page, in order. */
export const FOOTER_LINKS: Record<Language, readonly (readonly [page: PageName, text: string])[]> =
  {
    fr: french([
      ["tools", "Outils"],
      ["clubs", "Clubs"],
      ["glossary", "Glossaire"],
      ["legal", "Mentions légales"],
      ["terms", "Conditions"],
      ["privacy", "Confidentialité"],
      ["removal", "Retrait ou correction"],
    ]),
    en: [
      ["tools", "Tools"],
      ["clubs", "Clubs"],
      ["glossary", "Glossary"],
      ["legal", "Legal notice"],
      ["terms", "Terms"],
      ["privacy", "Privacy"],
      ["removal", "Removal or correction"],
    ],
  };

const fr = french({
  index: (athletes: string, clubs: string) =>
    `${athletes} athlètes, ${clubs} clubs dans l’annuaire`,
  updated: (when: string) => `mis à jour le ${when}`,
  simulated:
    "Démonstration : la fédération est simulée ici, les athlètes et leurs records sont inventés.",
  independent: "Site indépendant, sans lien avec la Fédération française d’athlétisme.",
  api: "API",
  offlineReady:
    "Prêt hors connexion : le tableau et les outils restent utilisables sans réseau sur cet appareil.",
  offlineNow:
    "Hors connexion : le tableau et les outils marchent, la recherche et les records demandent du réseau.",
  offlineBadge: "Hors connexion",
  install: "Installer MyPacer sur cet appareil",
  installHelp: "Dans Safari : touchez le bouton de partage, puis « Sur l’écran d’accueil ».",
  installNever: "Ne plus le proposer",
});

const en: typeof fr = {
  index: (athletes, clubs) => `${athletes} athletes, ${clubs} clubs in the index`,
  updated: (when) => `updated ${when}`,
  simulated:
    "Demonstration: the federation is simulated here, athletes and their PBs are invented.",
  independent: "Independent site, not affiliated with the French athletics federation.",
  api: "API",
  offlineReady:
    "Ready offline: the table and the tools go on working without a network on this device.",
  offlineNow: "Offline: the table and the tools work, search and PBs need a network.",
  offlineBadge: "Offline",
  install: "Install MyPacer on this device",
  installHelp: "In Safari: tap the share button, then “Add to Home Screen”.",
  installNever: "Don’t offer it again",
};

/** Texts of the foot of every page. */
export const FOOTER_TEXTS: Record<Language, typeof fr> = { fr, en };
