import { useWords } from '../../i18n/words.ts';
import { useControl } from '../../kit/control/controlContext.ts';
import type { Centre } from './centre.ts';

/** What a phone shows at one time: my hand, a place of the centre, or the stream. */
export type Place = string;

interface CentreTabsProps {
  readonly centres: readonly Centre[];
  readonly centre: string;
  readonly go: (centre: string) => void;
}

/** The places of the centre, each with its share of what waits for a hand. */
export function CentreTabs({ centres, centre, go }: CentreTabsProps) {
  const { say } = useControl();
  return (
    <nav className="ct-tabs ct-centres" aria-label={say('places')}>
      {centres.map((c) => (
        <button
          key={c.name}
          type="button"
          data-centre={c.name}
          aria-current={c.name === centre ? 'page' : undefined}
          onClick={() => go(c.name)}
        >
          <CentreName centre={c} />
          {c.waits > 0 && <span className="ct-share">{c.waits}</span>}
        </button>
      ))}
    </nav>
  );
}

/** The name of a place, in the words of whoever gave it. */
export function CentreName({ centre: { name, words = 'control' } }: { readonly centre: Centre }) {
  return useWords(words)(`centre.${name}`);
}

interface PlacesProps {
  readonly centres: readonly Centre[];
  readonly place: Place;
  readonly hand: number;
  readonly go: (place: Place) => void;
}

/** On a phone the parts of the screen are places with the same names; going to one closes what lay over them. */
export function Places({ centres, place, hand, go }: PlacesProps) {
  const { say, open, side } = useControl();
  const places: readonly Place[] = ['hand', ...centres.map((c) => c.name), 'stream'];
  const nameOf = (p: Place) => {
    const centre = centres.find((c) => c.name === p);
    return centre ? <CentreName centre={centre} /> : say(`${p}.title`);
  };
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
          {nameOf(p)}
          {p === 'hand' && hand > 0 && <b>{hand > 99 ? '99+' : hand}</b>}
        </button>
      ))}
    </nav>
  );
}
