/**
 * Opens the browser's print dialog. Without scripts it is not there: the text beside it tells how
 * else.
 */
export default function PrintButton({ text }: { text: string }) {
  return (
    <button type="button" class="button with-scripts" onClick={() => print()}>
      {text}
    </button>
  );
}
