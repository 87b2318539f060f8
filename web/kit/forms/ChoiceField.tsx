/** A choice between a few values, all in view: radio buttons drawn as one. */
export function ChoiceField<Value extends string>({ name, legend, chosen, options, choose }: {
  name: string;
  legend: string;
  chosen: Value;
  /** Values with their labels. */
  options: readonly (readonly [value: Value, text: string])[];
  /** Called on a choice, once scripts run. */
  choose?: (value: Value) => void;
}) {
  return (
    <fieldset class="field choice">
      <legend>{legend}</legend>
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
