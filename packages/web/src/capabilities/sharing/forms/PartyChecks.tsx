import { Check } from '../../../kit/Choice.tsx';
import { AddressName } from '../../../kit/Names.tsx';

/** Ticks parties of a few. */
export function PartyChecks({
  title,
  parties,
  chosen,
  change,
  required,
}: {
  readonly title: string;
  readonly parties: readonly string[];
  readonly chosen: readonly string[];
  readonly change: (parties: string[]) => void;
  readonly required?: boolean | undefined;
}) {
  return (
    <fieldset className="party-checks" data-required={required || undefined}>
      <legend className="small dim">{title}</legend>
      {parties.map((p) => (
        <Check key={p} checked={chosen.includes(p)} onChange={(on) => change(parties.filter((x) => (x === p ? on : chosen.includes(x))))}>
          <AddressName address={`party:${p}`} />
        </Check>
      ))}
    </fieldset>
  );
}
