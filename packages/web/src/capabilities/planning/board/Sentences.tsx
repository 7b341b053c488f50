import { apart, currentOption, knownRedLine, optionsOn, ranking } from '@entente/engine/planning';
import { useSeat } from '../../../connection/SeatProvider.tsx';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { useNamer } from '../../../kit/Names.tsx';
import { type BoardLook, letterOf } from './look.ts';

/** What the table says, in sentences: who puts which option first, where the sides agree and part, which option a red line stands against. */
export function Sentences({ look }: { readonly look: BoardLook }) {
  const t = useWords('board');
  const name = useNamer();
  const text = useText();
  const { world } = useSeat();
  const { own, sides, board } = look;
  const options = optionsOn(world, board.id);
  const letter = (id: string): string => letterOf(options.findIndex((o) => o.id === id));
  const named = (p: string): string => name(`party:${p}`);
  const firsts = sides.flatMap((p) => {
    const first = ranking(world, board.id, p, p, own).filter((r) => r.place === 1);
    return first.length === 0 ? [] : [{ party: p, options: first.map((r) => letter(r.option)).join(', ') }];
  });
  const pairs = sides
    .flatMap((a, i) => sides.slice(i + 1).map((b) => ({ a, b, found: apart(world, board.id, a, b, own) })))
    .filter((p) => p.found.length > 0);
  const lines = options.flatMap((o) =>
    sides.flatMap((p) => {
      const line = knownRedLine(world, p, o.id, own);
      return line === undefined
        ? []
        : [
            {
              option: o.id,
              party: p,
              told: world.planning.told.some((x) => x.party === p && x.told.redLines.some((r) => r.option === o.id)),
            },
          ];
    }),
  );
  const same = firsts.length > 1 && firsts.every((f) => f.options === firsts[0]?.options);
  return (
    <div className="px-answers" role="status">
      <p className="px-first">
        {firsts.length === 0
          ? t(own === undefined || !look.acts ? 'says.nothing' : 'says.notYet')
          : same
            ? t('says.allFirst', { option: firsts[0]?.options })
            : firsts.map((f) => t('says.first', { option: f.options, party: named(f.party) })).join(' ')}
      </p>
      {pairs.map(({ a, b, found }) => {
        const far = found.filter((x) => x.by >= 2);
        const values = {
          ...{
            a: named(a),
            b: named(b),
            of: found.length,
            agree: found.filter((x) => x.by === 0).length,
            one: found.filter((x) => x.by === 1).length,
            far: far.length,
          },
        };
        const where = far.map((x) =>
          t('says.where', { criterion: text(world.planning.criteria.get(x.criterion)?.name), option: letter(x.option) }),
        );
        return (
          <p key={`${a} ${b}`}>
            {t('says.apart', values)} {where.length > 0 && <b>{where.join(', ')}.</b>}
          </p>
        );
      })}
      {lines.map((l) => (
        <p key={`${l.option} ${l.party}`} className="strong">
          {t(l.party === own && look.acts ? (l.told ? 'says.yourLineTold' : 'says.yourLine') : 'says.line', {
            option: letter(l.option),
            party: named(l.party),
          })}
        </p>
      ))}
    </div>
  );
}

/** An option as people speak of it: “option B”. */
export function useOptionName(look: BoardLook): (id: string) => string {
  const t = useWords('board');
  const text = useText();
  const { world } = useSeat();
  const options = optionsOn(world, look.board.id);
  return (id) => {
    const option = world.planning.options.get(id);
    return `${t('option', { letter: letterOf(options.findIndex((o) => o.id === id)) })} ${option ? text(currentOption(option).card.name) : ''}`;
  };
}
