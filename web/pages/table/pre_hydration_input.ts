import { isChanged } from "../../kit/forms/changed_field.ts";

/** Input in a field before any script listened. */
interface PreHydrationInput {
  field: HTMLInputElement;
  value: string;
  checked: boolean;
}

function isTicked({ type }: HTMLInputElement): boolean {
  return type === "checkbox" || type === "radio";
}

/**
 * Remembers input in the fields before hydration, when the page already looked usable. To be called
 * in the same task as the hydration: afterwards a change elsewhere redraws the fields. The search
 * field does the same for itself.
 *
 * @returns A function that replays it, to be called once the settings of earlier visits are
 *   restored.
 */
export function capturePreHydrationInput(root: HTMLElement): () => void {
  const early: PreHydrationInput[] = [];
  for (const field of root.querySelectorAll<HTMLInputElement>("form:not([role=search]) input")) {
    const { value, checked } = field;
    // Of radio buttons only the chosen one counts.
    if (isChanged(field) && (checked || field.type !== "radio")) {
      early.push({ field, value, checked });
    }
  }
  return () => {
    for (const { field, value, checked } of early) {
      const tell = (event: string) => field.dispatchEvent(new Event(event, { bubbles: true }));
      if (isTicked(field)) {
        field.checked = checked;
        tell("change");
        continue;
      }
      // Later typing is not overwritten.
      if (field.value !== value && field.value !== field.defaultValue) continue;
      field.value = value;
      tell("input");
      // A focused field is left alone: the browser sends `change` when it is left.
      if (field !== document.activeElement) tell("change");
    }
  };
}
