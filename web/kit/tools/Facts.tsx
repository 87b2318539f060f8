import type { ComponentChildren } from "preact";

/** Main figures, each with its name. */
export function Facts({ facts }: {
  facts: readonly (readonly [
    name: string,
    figure: ComponentChildren,
    note?: string | undefined,
    /** Button that opens what the name means. */
    term?: ComponentChildren,
  ])[];
}) {
  return (
    <dl class="key-figures">
      {facts.map(([name, figure, note, term]) => (
        <div key={name} class="key-figure">
          <dt>{name}{term}</dt>
          <dd>
            {figure}
            {note !== undefined && <span class="key-note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
