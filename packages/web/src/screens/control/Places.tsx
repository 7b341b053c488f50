import { useControl } from '../../kit/control/controlContext.ts';

const PLACES = ['hand', 'msel', 'stream', 'presence'] as const;
export type Place = (typeof PLACES)[number];

/** On a phone the parts of the screen are places with the same names; going to one closes what lay over them. */
export function Places({ place, hand, go }: { readonly place: Place; readonly hand: number; readonly go: (place: Place) => void }) {
  const { say, open, side } = useControl();
  return (
    <nav className="ct-places" aria-label={say('places')}>
      {PLACES.map((p) => (
        <button
          key={p}
          type="button"
          aria-current={p === place && !side ? 'page' : undefined}
          onClick={() => {
            open(undefined);
            go(p);
          }}
        >
          {p === 'msel' ? 'MSEL' : say(`${p}.title`)}
          {p === 'hand' && hand > 0 && <b>{hand > 99 ? '99+' : hand}</b>}
        </button>
      ))}
    </nav>
  );
}
