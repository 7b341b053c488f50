import { useWords } from '../../i18n/words.ts';
import { useControl } from '../../kit/control/controlContext.ts';
import type { Centre } from './centre.ts';

/** What a phone shows at one time: `hand`, the left column; a place of the centre; or `stream`. */
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
  /** What the left column is called. */
  readonly first: string;
  /** How much waits there. */
  readonly count: number;
  readonly go: (place: Place) => void;
}

/** On a phone the parts of the screen are places with the same names; going to one closes what lay over them. */
export function Places({ centres, place, first, count, go }: PlacesProps) {
  const { say, open, side } = useControl();
  const places: readonly Place[] = ['hand', ...centres.map((c) => c.name), 'stream'];
  const nameOf = (p: Place) => {
    const centre = centres.find((c) => c.name === p);
    if (centre) return <CentreName centre={centre} />;
    return p === 'hand' ? first : say('stream.title');
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
          {p === 'hand' && count > 0 && <b>{count > 99 ? '99+' : count}</b>}
        </button>
      ))}
    </nav>
  );
}
