import { Icon } from "../icons/Icon.tsx";
import { MOON, SUN, SYSTEM } from "../icons/icons.ts";
import type { Language } from "../language/language.ts";
import { french } from "../language/french_spaces.ts";

const TEXTS: Record<Language, Record<"system" | "light" | "dark", string>> = {
  fr: french({
    system: "Thème : celui de l’appareil",
    light: "Thème : clair",
    dark: "Thème : sombre",
  }),
  en: {
    system: "Theme: as on the device",
    light: "Theme: light",
    dark: "Theme: dark",
  },
};

const THEMES = [["system", SYSTEM], ["light", SUN], ["dark", MOON]] as const;

/**
 * The button that changes the theme, from the device's to light to dark. Its style shows the
 * current one, so that no script has to write; without scripts it is not there.
 */
export function ThemeSwitch({ language }: { language: Language }) {
  return (
    <button class="theme" type="button">
      {THEMES.map(([theme, icon]) => (
        <span key={theme} class={`theme-${theme}`} title={TEXTS[language][theme]}>
          <Icon path={icon} />
          <span class="hidden">{TEXTS[language][theme]}</span>
        </span>
      ))}
    </button>
  );
}
