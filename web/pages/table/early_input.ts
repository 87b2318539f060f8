/** What was typed or ticked in a field before any script listened. */
interface EarlyInput {
  field: HTMLInputElement;
  value: string;
  checked: boolean;
}

function isTicked({ type }: HTMLInputElement): boolean {
  return type === "checkbox" || type === "radio";
}

/**
 * Remembers what a visitor did in the fields before the page woke: it was painted, and looked as
 * usable as it is now. To be called in the very task that wakes it: from then on a change elsewhere
 * draws the fields anew. The search field looks after itself.
 *
 * @returns What does it again, to be called once what was kept of earlier visits is in place.
 */
export function earlyInput(root: HTMLElement): () => void {
  const early: EarlyInput[] = [];
  for (const field of root.querySelectorAll<HTMLInputElement>("form:not([role=search]) input")) {
    const { value, checked } = field;
    // Of the radio buttons the one that was chosen speaks.
    const changed = isTicked(field)
      ? checked !== field.defaultChecked && (checked || field.type === "checkbox")
      : value !== field.defaultValue;
    if (changed) early.push({ field, value, checked });
  }
  return () => {
    for (const { field, value, checked } of early) {
      const tell = (event: string) => field.dispatchEvent(new Event(event, { bubbles: true }));
      if (isTicked(field)) {
        field.checked = checked;
        tell("change");
        continue;
      }
      // Who has typed on since is not set back.
      if (field.value !== value && field.value !== field.defaultValue) continue;
      field.value = value;
      tell("input");
      // Somebody who is still typing is left alone: the browser will say when they leave the field.
      if (field !== document.activeElement) tell("change");
    }
  };
}
