/** Codes of events in addresses (`epr=`, `frmepreuve=`), as far as they are known. */
const LABELS = new Map([
  ["107", "60m - Salle"],
  ["110", "100m"],
  ["120", "200m"],
  ["141", "400m Piste Courte"],
  ["208", "800m"],
  ["209", "800m Piste Courte"],
  ["210", "1 000m"],
  ["215", "1 500m"],
  ["216", "1 500m Piste Courte"],
  ["217", "Mile Piste Courte"],
  ["218", "Mile"],
  ["220", "2 000m"],
  ["221", "2 000m Piste Courte"],
  ["230", "3 000m"],
  ["231", "3 000m Piste Courte"],
  ["250", "5 000m"],
  ["252", "5 Km Route"],
  ["260", "10 000m"],
  ["261", "10 Km Route"],
  ["271", "1/2 Marathon"],
  ["295", "Marathon"],
  ["430", "3000m Steeple (91)"],
]);

/** The label of the event with a code, or null. */
export function labelOfCode(code: string): string | null {
  return LABELS.get(code) ?? null;
}
