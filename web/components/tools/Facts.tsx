import type { ComponentChildren } from "preact";

/** Figures that count, each with its name. */
export function Facts({ facts }: {
  facts: readonly (readonly [name: string, figure: ComponentChildren, note?: string | undefined])[];
}) {
  return (
    <dl class="facts">
      {facts.map(([name, figure, note]) => (
        <div key={name} class="fact">
          <dt>{name}</dt>
          <dd>
            {figure}
            {note !== undefined && <span class="fact-note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
