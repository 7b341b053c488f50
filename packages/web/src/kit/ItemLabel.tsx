import { TlpLabel } from './Marks.tsx';

/** The label of an item or a portion, on every screen that shows one. */
export function ItemLabel({ label }: { readonly label: string }) {
  return <TlpLabel label={label} />;
}
