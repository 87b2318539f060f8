/**
 * Opens the browser's print dialog. Without scripts it is missing: the text beside it says how to
 * print.
 */
export default function PrintButton({ text }: { text: string }) {
  return (
    <button type="button" class="button with-scripts" onClick={() => print()}>
      {text}
    </button>
  );
}
