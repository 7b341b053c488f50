import { type Criterion, currentOption, knownRedLine, knownWeight, type PlanOption, weightKept } from '@entente/engine/planning';
import { useSeat } from '../../../connection/SeatProvider.tsx';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { AddressMark, useNamer } from '../../../kit/Names.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { type BoardLook, letterOf } from './look.ts';
import { redLineTold } from './told.ts';

/** An option by its letter and its name: it stays in sight above all that is said of it. */
export function OptionName({ option, index }: { readonly option: PlanOption; readonly index: number }) {
  const t = useWords('board');
  const { name } = currentOption(option).card;
  return (
    <th scope="col">
      <span className="op-option">
        <b>{t('option', { letter: letterOf(index) })}</b> <Said text={name} />
      </span>
      <NotYet of={[name]} />
    </th>
  );
}

/** What an option is: who would lead how many of its steps, what it assumes and risks. */
export function OptionHead({ look, option }: { readonly look: BoardLook; readonly option: PlanOption }) {
  const t = useWords('board');
  const { card, version, party } = currentOption(option);
  const led = look.sides
    .map((p) => ({
      p,
      n: card.steps.filter((s) => look.forum.card.members.find((m) => m.party === p)?.seats.includes(s.terms.lead ?? '')).length,
    }))
    .filter((x) => x.n > 0);
  return (
    <td className="op-says">
      <span className="small dim row wrap">
        {t('steps', { count: card.steps.length })}
        {led.map(({ p, n }) => (
          <span key={p} className="row">
            <AddressMark address={`party:${p}`} named /> {n}
          </span>
        ))}
        {version > 1 && t('version', { n: version })}
      </span>
      {card.assumptions.map((text, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they stand where they stand
        <span key={`a${i}`} className="small op-line">
          {t('assumes')} <Said text={text} />
        </span>
      ))}
      {card.risks.map((text, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they stand where they stand
        <span key={`r${i}`} className="small op-line">
          {t('risk')} <Said text={text} />
        </span>
      ))}
      {card.contributions.map(({ party: p, text }) => (
        <span key={p} className="small op-line">
          <AddressMark address={`party:${p}`} named /> <Said text={text} />
        </span>
      ))}
      <span className="row wrap">
        <Button size="small" kind="quiet" onClick={() => look.begin({ form: 'steps', option: option.id })}>
          {t(look.acts ? 'changeOption' : 'seeSteps')}
        </Button>
        {look.acts && party !== undefined && party === look.own && option.versions[0]?.party === look.own && (
          <look.acts.Drop option={option} />
        )}
      </span>
    </td>
  );
}

/** A criterion, the own weight, and the weights that others told. */
export function CriterionHead({ look, criterion }: { readonly look: BoardLook; readonly criterion: Criterion }) {
  const t = useWords('board');
  const name = useNamer();
  const { world } = useSeat();
  const { own, sides, acts } = look;
  const kept = own === undefined ? undefined : weightKept(world, own, criterion.id)?.weight;
  return (
    <>
      <b>
        <Said text={criterion.name} />
      </b>
      <NotYet of={[criterion.name]} />
      {own !== undefined && acts && <acts.Weights look={look} criterion={criterion} />}
      {own !== undefined && !acts && (
        <span className="small">
          {t(kept ? 'theirWeight' : 'theirWeightNone', { party: name(`party:${own}`), weight: t(`weight.${kept ?? 'low'}`) })}
        </span>
      )}
      {sides
        .filter((p) => p !== own)
        .map((p) => {
          const weight = knownWeight(world, p, criterion.id, own);
          return (
            <span key={p} className="small dim">
              {weight
                ? t('theirWeight', { party: name(`party:${p}`), weight: t(`weight.${weight}`) })
                : t('theirWeightNot', { party: name(`party:${p}`) })}
            </span>
          );
        })}
    </>
  );
}

/** What a side cannot accept. */
export function RedLines({ look, option }: { readonly look: BoardLook; readonly option: PlanOption }) {
  const t = useWords('board');
  const { world } = useSeat();
  const { own, sides, acts, begin } = look;
  return (
    <>
      <ul>
        {sides.map((p) => {
          const line = knownRedLine(world, p, option.id, own);
          const mine = p === own;
          return (
            <li key={p} className="row small op-red">
              <AddressMark address={`party:${p}`} named />
              {line === undefined ? (
                <span className="dim">{t(mine || own === undefined ? 'none' : 'notTold')}</span>
              ) : (
                <b className="row">
                  <Icon name="noEntry" size={14} label={t('legend.redLine')} /> <Said text={line} />
                </b>
              )}
              {mine && redLineTold(world, p, option.id) !== undefined && <span className="dim">{t('told')}</span>}
            </li>
          );
        })}
      </ul>
      {acts && (
        <Button size="small" kind="quiet" onClick={() => begin({ form: 'redLine', option: option.id })}>
          {t('redLine')}
        </Button>
      )}
    </>
  );
}
