/**
 * Codes of events in addresses (`epr=`, `frmepreuve=`), by label. Source:
 * links of the former site's pages, May 2025; the codes of public clients of the present one agree.
 */
export const EVENT_CODES: readonly (readonly [label: string, code: string])[] = [
  ["60m - Salle", "107"],
  ["100m", "110"],
  ["200m", "120"],
  ["400m Piste Courte", "141"],
  ["800m", "208"],
  ["800m Piste Courte", "209"],
  ["1 000m", "210"],
  ["1 500m", "215"],
  ["1 500m Piste Courte", "216"],
  ["2 000m", "220"],
  ["3 000m", "230"],
  ["3 000m Piste Courte", "231"],
  ["5 000m", "250"],
  ["5 Km Route", "252"],
  ["10 000m", "260"],
  ["10 Km Route", "261"],
  ["1/2 Marathon", "271"],
  ["Marathon", "295"],
  ["3000m Steeple (91)", "430"],
];
