import { useWords } from '../../i18n/words.ts';
import type { AddressGroup } from '../AddressField.tsx';
import type { ChoosableGroup } from '../form/Choose.tsx';
import { useNamer } from '../Names.tsx';
import { useControl } from './controlContext.ts';

/** Whom control may write to: parties with their cells and seats; `wide`: everyone and the public; `controls`: control teams. */
export function useWhom({ wide = false, controls = false }: { wide?: boolean; controls?: boolean }): readonly AddressGroup[] {
  const { names, lead, viewer, world, pick, say } = useControl();
  const cells = world.seats.directory?.cells ?? [];
  const parties = names.parties.filter((p) => lead || p.id === viewer.party);
  const groups = parties.map(({ id, name }) => ({
    title: pick(name),
    addresses: [
      `party:${id}`,
      ...(controls && lead ? [`control:${id}`] : []),
      // A cell of one seat is that seat: naming both would only ask which.
      ...cells
        .filter((c) => c.party === id)
        .flatMap((c) => [...(c.seats.length === 1 ? [] : [`cell:${c.id}`]), ...c.seats.map((s) => `seat:${s.id}`)]),
    ],
  }));
  const all = [...(wide && lead ? ['everyone', 'public'] : []), ...(controls && !lead ? ['control'] : [])];
  return all.length === 0 ? groups : [{ title: say(wide && lead ? 'who.everyone' : 'who.control'), addresses: all }, ...groups];
}

/** Whose voice: control itself, an entity of the SimCell, or (lead control) a seat of a party that control plays. */
export function useVoices(): readonly ChoosableGroup<string>[] {
  const { names, lead, viewer, world, say } = useControl();
  const t = useWords('kit');
  const name = useNamer();
  const entities = (world.seats.directory?.entities ?? []).map((e) => `entity:${e.id}`);
  const played = lead ? names.seats.filter((s) => names.party(s.party)?.playedByControl).map((s) => s.address) : [];
  const group = (title: string, addresses: readonly string[]) => ({
    group: title,
    items: addresses.map((value) => ({ value, label: name(value) })),
  });
  return [
    { group: t('address.control'), items: [{ value: '', label: name(viewer.address) }] },
    ...(entities.length > 0 ? [group(say('write.entities'), entities)] : []),
    ...(played.length > 0 ? [group(say('write.playedSeats'), played)] : []),
  ];
}
