import { criteriaOf, optionsOn } from '@entente/engine/planning';
import { useSeat } from '../../../connection/SeatProvider.tsx';
import { useWords } from '../../../i18n/words.ts';
import { Icon } from '../../../kit/icons.tsx';
import { AddressMark, useNamer } from '../../../kit/Names.tsx';
import { Cell } from './Cell.tsx';
import { CriterionHead, OptionHead, OptionName, RedLines } from './Heads.tsx';
import type { BoardLook } from './look.ts';
import { Order } from './Order.tsx';

/** So many columns fit where there is room; what has more scrolls aside. */
const MOST_COLUMNS = 5;

/** The table and the picture in one: options in columns, criteria in rows, every side’s score on one scale; red lines; how they rank. */
export function Comparison({ look }: { readonly look: BoardLook }) {
  const t = useWords('board');
  const { world } = useSeat();
  const options = optionsOn(world, look.board.id);
  const criteria = criteriaOf(world, look.board.id);
  const name = useNamer();
  // Whoever only looks is of no side.
  const kept = (what: 'only' | 'untilTold') =>
    look.acts ? t(what === 'only' ? 'yoursOnly' : 'yoursUntilTold') : t(`keeps.${what}`, { party: name(`party:${look.own}`) });
  return (
    <div className="op-fits" data-options={options.length > MOST_COLUMNS ? 'more' : options.length}>
      <table className="op-table" style={{ '--options': options.length } as React.CSSProperties}>
        <caption className="unseen">{t('comparison')}</caption>
        <thead>
          <tr>
            <th scope="col" className="op-corner">
              <b>{t('criterion')}</b>
            </th>
            {options.map((o, i) => (
              <OptionName key={o.id} option={o} index={i} />
            ))}
          </tr>
          <tr>
            <td className="op-says">
              <span className="small dim">{t(look.acts ? 'scale' : 'scaleRead')}</span>
              {look.own !== undefined && (
                <span className="small dim row">
                  <Icon name="lock" size={12} /> {kept('only')}
                </span>
              )}
            </td>
            {options.map((o) => (
              <OptionHead key={o.id} look={look} option={o} />
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map((c) => (
            <tr key={c.id}>
              <th scope="row">
                <CriterionHead look={look} criterion={c} />
              </th>
              {options.map((o) => (
                <td key={o.id}>
                  <Cell look={look} option={o} criterion={c} />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">
              <b>{t('redLines')}</b>
              {look.own !== undefined && (
                <span className="small dim row">
                  <Icon name="lock" size={12} /> {kept('untilTold')}
                </span>
              )}
            </th>
            {options.map((o) => (
              <td key={o.id}>
                <RedLines look={look} option={o} />
              </td>
            ))}
          </tr>
          <Order look={look} options={options} />
        </tbody>
      </table>
      <Legend look={look} />
    </div>
  );
}

function Legend({ look }: { readonly look: BoardLook }) {
  const t = useWords('board');
  return (
    <p className="op-legend small dim row wrap">
      {look.sides.map((p) => (
        <span key={p} className="row">
          <AddressMark address={`party:${p}`} named />
        </span>
      ))}
      <span className="row">
        <i className="op-gap" data-far /> {t('legend.far')}
      </span>
      <span className="row">
        <i className="op-gap" /> {t('legend.one')}
      </span>
      <span>{t('legend.agree')}</span>
      <span className="row">
        <Icon name="noEntry" size={14} /> {t('legend.redLine')}
      </span>
    </p>
  );
}
