import type { VNode } from "preact";

/** A choice between a few values, all in view: radio buttons drawn as one. */
export function ChoiceField<Value extends string>(
  { name, legend, chosen, options, choose, term }: {
    name: string;
    legend: string;
    chosen: Value;
    /** Values with their labels. */
    options: readonly (readonly [value: Value, text: string])[];
    /** Called on a choice, once scripts run. */
    choose?: (value: Value) => void;
    /** The button beside the legend that says what one of the values means. */
    term?: VNode;
  },
) {
  return (
    <fieldset class="field choice">
      <legend>
        <span class="label-line">
          {legend}
          {term}
        </span>
      </legend>
      <div class="choice-options">
        {options.map(([value, text]) => (
          <label key={value} class="option">
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={choose && (() => choose(value))}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
