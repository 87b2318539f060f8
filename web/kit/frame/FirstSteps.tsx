import { Icon } from "../icons/Icon.tsx";
import { CLOSE } from "../icons/icons.ts";
import type { Language } from "../language/language.ts";
import { french } from "../language/french_spaces.ts";

const TEXTS: Record<Language, { title: string; close: string; steps: readonly string[] }> = {
  fr: french({
    title: "Première visite ? En trois étapes",
    close: "Compris",
    steps: [
      "Tapez ce que vous savez : un chrono (10 km en 42'30), une allure (4'15/km), un nom.",
      "Lisez la ligne : votre temps de passage sur chaque distance. Les records d’un athlète s’y affichent, chacun à sa place.",
      "Emportez-la : imprimez, partagez le lien, ou ouvrez le site au stade, même sans réseau.",
    ],
  }),
  en: {
    title: "First visit? In three steps",
    close: "Got it",
    steps: [
      "Type what you know: a result (10 km in 42:30), a pace (4:15/km), a name.",
      "Read the row: your time over every distance. An athlete’s personal bests appear in it, each in its place.",
      "Take it along: print it, share the link, or open the site at the track, even offline.",
    ],
  },
};

/**
 * What the site does, in three steps: a line on the first page at a first visit, which unfolds over
 * it. The script of the head leaves it out of later visits.
 */
export function FirstSteps({ language }: { language: Language }) {
  const t = TEXTS[language];
  return (
    <aside class="first-steps on-screen" aria-label={t.title}>
      <details>
        <summary>{t.title}</summary>
        <ol>{t.steps.map((step) => <li key={step}>{step}</li>)}</ol>
      </details>
      <button class="first-steps-close" type="button" title={t.close}>
        <Icon path={CLOSE} />
        <span class="hidden">{t.close}</span>
      </button>
    </aside>
  );
}
