import { useControl } from '../../kit/control/controlContext.ts';
import type { Centre } from './centre.ts';

/** What a phone shows at one time: my hand, a place of the centre, or the stream. */
export type Place = 'hand' | Centre | 'stream';

interface CentreTabsProps {
  readonly centres: readonly { readonly centre: Centre; readonly waits: number }[];
  readonly centre: Centre;
  readonly go: (centre: Centre) => void;
}

/** The places of the centre, each with its share of what waits for a hand. */
export function CentreTabs({ centres, centre, go }: CentreTabsProps) {
  const { say } = useControl();
  return (
    <nav className="ct-tabs ct-centres" aria-label={say('places')}>
      {centres.map(({ centre: c, waits }) => (
        <button key={c} type="button" data-centre={c} aria-current={c === centre ? 'page' : undefined} onClick={() => go(c)}>
          {say(`centre.${c}`)}
          {waits > 0 && <span className="ct-share">{waits}</span>}
        </button>
      ))}
    </nav>
  );
}

interface PlacesProps {
  readonly centres: readonly { readonly centre: Centre }[];
  readonly place: Place;
  readonly hand: number;
  readonly go: (place: Place) => void;
}

/** On a phone the parts of the screen are places with the same names; going to one closes what lay over them. */
export function Places({ centres, place, hand, go }: PlacesProps) {
  const { say, open, side } = useControl();
  const places: readonly Place[] = ['hand', ...centres.map((c) => c.centre), 'stream'];
  return (
    <nav className="ct-places" aria-label={say('below.choose')}>
      {places.map((p) => (
        <button
          key={p}
          type="button"
          aria-current={p === place && !side ? 'page' : undefined}
          onClick={() => {
            open(undefined);
            go(p);
          }}
        >
          {p === 'hand' || p === 'stream' ? say(`${p}.title`) : say(`centre.${p}`)}
          {p === 'hand' && hand > 0 && <b>{hand > 99 ? '99+' : hand}</b>}
        </button>
      ))}
    </nav>
  );
}
