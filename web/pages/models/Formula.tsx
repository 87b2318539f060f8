/** A formula in a line: `^{…}` is superscript, `_{…}` subscript. */
export function Formula({ text }: { text: string }) {
  const parts = text.split(/([\^_]\{[^}]*\})/);
  return (
    <p class="formula">
      {parts.map((part, index) => {
        const [, sign, inner] = /^([\^_])\{(.*)\}$/.exec(part) ?? [];
        if (sign === "^") return <sup key={index}>{inner}</sup>;
        return sign === "_" ? <sub key={index}>{inner}</sub> : part;
      })}
    </p>
  );
}
