import './Names.css';
import { type Address, isToAll } from '@entente/engine';
import { useCallback, useMemo } from 'react';
import { useText } from '../i18n/text.ts';
import { useWords } from '../i18n/words.ts';
import { type Beside, nameOf, useDirectory } from './Directory.tsx';
import { ControlMark, OutlineMark, PartyMark } from './Marks.tsx';

/** Gives the name of any address in the person's language, told apart from others of that name. For texts; on screens prefer `AddressName`. */
export function useNamer(beside: Beside = 'nothing'): (address: Address) => string {
  const directory = useDirectory();
  const text = useText();
  const t = useWords('kit');
  const words = useMemo(
    () => ({
      control: t('address.control'),
      controlOf: (party: string) => t('address.controlOf', { party }),
      everyone: t('address.everyone'),
      public: t('address.public'),
      evaluators: t('address.evaluators'),
      evaluatorsOf: (party: string) => t('address.evaluatorsOf', { party }),
      observers: t('address.observers'),
      ofCell: (cell: string, seat: string) => t('address.ofCell', { cell, seat }),
      ofParty: (name: string, party: string) => t('address.ofParty', { name, party }),
    }),
    [t],
  );
  return useCallback((address) => nameOf(directory, address, text, words, beside), [directory, text, words, beside]);
}

/** The mark of whoever an address belongs to: party, SimCell entity, public, control. */
export function AddressMark({ address, named = false }: { readonly address: Address; readonly named?: boolean }) {
  const directory = useDirectory();
  const text = useText();
  const t = useWords('kit');
  if (address === 'control') return <ControlMark>{t('mark.control')}</ControlMark>;
  const party = directory.partyOf(address);
  if (party) return <PartyMark order={party.order} letter={party.card.letter} name={named ? text(party.card.name) : undefined} />;
  if (isToAll(address)) return <OutlineMark letter="P" />;
  if (address === 'evaluators' || address === 'observers') return <OutlineMark letter="E" />;
  return <OutlineMark letter="S" />;
}

/** Mark and name: `seat:…`, `cell:…`, `party:…`, `entity:…`, `control`, `everyone`, `public`. The party is spoken too. */
export function AddressName({
  address,
  mark = true,
  withParty = false,
}: {
  readonly address: Address;
  readonly mark?: boolean;
  readonly withParty?: boolean;
}) {
  const name = useNamer(mark || withParty ? 'mark' : 'nothing');
  const directory = useDirectory();
  const text = useText();
  const party = directory.partyOf(address);
  const own = name(address);
  // A party’s own name says it, and so do those of its controllers and evaluators.
  const partyName = party && /^(seat|cell):/.test(address) ? text(party.card.name) : undefined;
  return (
    <span className="address-name">
      {mark && <AddressMark address={address} named={partyName !== undefined && !withParty} />}
      <span>
        {address === 'control' && mark ? <span className="unseen">{own}</span> : own}
        {withParty && partyName && <span className="dim">, {partyName}</span>}
      </span>
    </span>
  );
}

/** A seat's name, with the names of those who sit there if given. */
export function SeatName({
  seat,
  people,
  mark = true,
}: {
  readonly seat: Address;
  readonly people?: readonly string[] | undefined;
  readonly mark?: boolean;
}) {
  return (
    <span className="address-name">
      <AddressName address={seat} mark={mark} />
      {people && people.length > 0 && <span className="dim">({people.join(', ')})</span>}
    </span>
  );
}

/** The marks of several parties, each spoken by its name: “releasable to”, “asked of”. */
export function PartyMarks({ parties }: { readonly parties: readonly string[] }) {
  return (
    <span className="party-marks">
      {parties.map((p) => (
        <AddressMark key={p} address={`party:${p}`} named />
      ))}
    </span>
  );
}
