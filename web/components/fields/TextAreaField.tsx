import type { JSX } from "preact";

/** A labelled field of several lines with its help and, when refused, what is wrong, line by line. */
export function TextAreaField({ id, label, help, problems = [], value, ...input }: {
  id: string;
  label: string;
  help?: string;
  /** What is wrong with the text, when something is. */
  problems?: readonly string[];
  value: string;
} & Omit<JSX.IntrinsicElements["textarea"], "label" | "value">) {
  const wrong = problems.length > 0;
  const notes = [wrong && `${id}-problem`, help && `${id}-help`].filter(Boolean).join(" ");
  return (
    <div class={`field field-area${wrong ? " field-wrong" : ""}`}>
      <label for={id}>{label}</label>
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
      {help && <p class="help" id={`${id}-help`}>{help}</p>}
    </div>
  );
}
