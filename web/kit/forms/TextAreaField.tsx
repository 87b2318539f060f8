import type { ComponentChildren, JSX } from "preact";

/**
 * A labelled field of several lines with its help, how its lines were read and, when refused, what
 * is wrong with them.
 */
export function TextAreaField(
  { id, label, term, help, problems = [], readings = [], value, ...input }: {
    id: string;
    label: string;
    /** Button that opens what a word of the help means. */
    term?: ComponentChildren;
    help?: string;
    /** What is wrong with the text, when something is. */
    problems?: readonly string[];
    /** How the text was read, where the visitor may have expected another reading. */
    readings?: readonly string[];
    value: string;
  } & Omit<JSX.IntrinsicElements["textarea"], "label" | "value">,
) {
  const wrong = problems.length > 0;
  const noted = readings.length > 0;
  const notes = [wrong && `${id}-problem`, noted && `${id}-reading`, help && `${id}-help`]
    .filter(Boolean).join(" ");
  return (
    <div class={`field field-area${wrong ? " field-wrong" : ""}`}>
      <span class="label-line">
        <label for={id}>{label}</label>
        {term}
      </span>
      <textarea
        id={id}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-invalid={wrong ? "true" : undefined}
        aria-describedby={notes || undefined}
        {...input}
      >
        {value}
      </textarea>
      {wrong && (
        <ul class="problem" id={`${id}-problem`}>
          {problems.map((problem) => <li key={problem}>{problem}</li>)}
        </ul>
      )}
      {noted && (
        <ul class="reading" id={`${id}-reading`}>
          {readings.map((reading) => <li key={reading}>{reading}</li>)}
        </ul>
      )}
      {help && <p class="help" id={`${id}-help`}>{help}</p>}
    </div>
  );
}
