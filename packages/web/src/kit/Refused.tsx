/** Why nothing changed, where the person looks; nothing if there is no reason to tell. */
export function Refused({ words }: { readonly words: string | undefined }) {
  return words === undefined ? null : (
    <p className="late" role="alert">
      {words}
    </p>
  );
}
