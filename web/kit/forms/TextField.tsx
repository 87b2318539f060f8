import type { ComponentChildren, JSX } from "preact";

/**
 * A labelled text field with its unit, its help and, when refused, what is wrong, or how it was
 * read.
 */
export function TextField({ id, label, term, unit, help, problem, reading, wide, ...input }: {
  id: string;
  label: string;
  /** Button that opens what the label means. */
  term?: ComponentChildren;
  unit?: string;
  help?: string;
  /** What is wrong with the text, when something is. */
  problem?: string | undefined;
  /** How the text was read, when the visitor may have expected another reading. */
  reading?: string | undefined;
  wide?: boolean;
} & Omit<JSX.IntrinsicElements["input"], "label" | "wrap">) {
  const notes = [
    help && `${id}-help`,
    problem && `${id}-problem`,
    reading && `${id}-reading`,
  ].filter(Boolean).join(" ");
  return (
    <div class={`field${wide ? " field-wide" : ""}${problem ? " field-wrong" : ""}`}>
      <span class="label-line">
        <label for={id}>
          {label} {unit && <span class="unit">{unit}</span>}
        </label>
        {term}
      </span>
      <input
        id={id}
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-invalid={problem ? "true" : undefined}
        aria-describedby={notes || undefined}
        {...input}
      />
      {problem && <p class="problem" id={`${id}-problem`}>{problem}</p>}
      {reading && <p class="reading" id={`${id}-reading`}>{reading}</p>}
      {help && <p class="help" id={`${id}-help`}>{help}</p>}
    </div>
  );
}
