import './AddressField.css';
import type { Address } from '@entente/engine';
import { part } from './Part.tsx';

export interface AddressGroup {
  readonly title: string;
  readonly addresses: readonly Address[];
}
export interface AddressFieldProps {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly groups: readonly AddressGroup[];
  readonly to: readonly Address[];
  readonly change: (to: Address[]) => void;
  readonly required?: boolean | undefined;
}

const AddressSelect = part(async () => (await import('./AddressSelect.tsx')).AddressSelect);

/** Chooses addresses from a grouped list by typing or pressing; a whole party and a whole cell say so. */
export function AddressField(props: AddressFieldProps) {
  return (
    <div className="address-field">
      <AddressSelect {...props} />
    </div>
  );
}
