import { criteriaOf, knownWeight, type PlanOption, type Ranked, ranking } from '@entente/engine/planning';
import { useSeat } from '../../../connection/SeatProvider.tsx';
import { useWords } from '../../../i18n/words.ts';
import { AddressMark, useNamer } from '../../../kit/Names.tsx';
import type { BoardLook } from './look.ts';

const PLACES = ['1st', '2nd', '3rd'];

/** How options rank by each side’s scores, under each side’s weights, as far as this side knows them. */
export function Order({ look, options }: { readonly look: BoardLook; readonly options: readonly PlanOption[] }) {
  const t = useWords('board');
  const name = useNamer();
  const { world } = useSeat();
  const { own, sides, board } = look;
  return sides.map((weights) => {
    const rows = sides.map((scores) => ({ scores, ranked: ranking(world, board.id, scores, weights, own) }));
    // Whoever only looks is of no side.
    const mine = weights === own && look.acts !== undefined;
    const known = criteriaOf(world, board.id).every((c) => knownWeight(world, weights, c.id, own) !== undefined);
    return (
      <tr key={weights} className="op-order">
        <th scope="row">
          <b>{t('order')}</b>
          <span className="small dim">{mine ? t('underYours') : t('under', { party: name(`party:${weights}`) })}</span>
        </th>
        {options.map((o) => (
          <td key={o.id}>
            {known ? (
              <ul>
                {rows.map(({ scores, ranked }) => (
                  <Place
                    key={scores}
                    party={scores}
                    ranked={ranked}
                    option={o.id}
                    of={options.length}
                    known={scores === own || own === undefined}
                  />
                ))}
              </ul>
            ) : (
              <span className="small dim">{t(weights === own || own === undefined ? 'weightsMissing' : 'notTold')}</span>
            )}
          </td>
        ))}
      </tr>
    );
  });
}

interface PlaceProps {
  readonly party: string;
  readonly ranked: readonly Ranked[];
  readonly option: string;
  readonly of: number;
  /** This side has all that is kept. */
  readonly known: boolean;
}
function Place({ party, ranked, option, of, known }: PlaceProps) {
  const t = useWords('board');
  const found = ranked.find((r) => r.option === option);
  return (
    <li className="row small">
      <AddressMark address={`party:${party}`} named />
      {found ? (
        <>
          <b>{PLACES[found.place - 1] ? t(`place.${PLACES[found.place - 1]}`) : t('place.nth', { n: found.place })}</b>
          <span className="dim">
            {t('average', { n: found.average.toFixed(1) })}
            {ranked.length < of && ` · ${t('ofKnown', { n: ranked.length })}`}
            {found.redLine && ` · ${t('hasRedLine')}`}
          </span>
        </>
      ) : (
        <span className="dim">{t(known ? 'notScored' : 'notTold')}</span>
      )}
    </li>
  );
}
