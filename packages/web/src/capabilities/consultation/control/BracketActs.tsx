import { rosterOfWorld } from '@entente/engine';
import { type Bracket, shutBy, stands, standsBy, type TableText } from '@entente/engine/consultation';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { useMatterWords } from '../matters/useMatterWords.ts';
import { voicesIn } from './acting.ts';

/** For those whom control may act for: to take a wording, or to drop their own. */
export function BracketActs({ text, bracket }: { readonly text: TableText; readonly bracket: Bracket }) {
  const { world, viewer, names, pick, ended } = useControl();
  const { t } = useMatterWords();
  const roster = rosterOfWorld(world);
  const forum = world.consultation.forums.get(text.forum);
  if (!roster || !forum || ended || !stands(bracket) || shutBy(world, text.id)) return null;
  return (
    <span className="ct-row ct-wrap">
      {voicesIn(world, roster, viewer.address, forum).map(({ party, seats }) => {
        const who = pick(names.party(party)?.name);
        const own = bracket.party === party;
        if (!own && standsBy(text, bracket.wording.paragraph, party)?.id === bracket.id) return null;
        return (
          <Act
            key={party}
            quiet={own}
            command={{ type: own ? 'DropWording' : 'TakeWording', bracket: bracket.id, speaker: seats[0] as string }}
          >
            {t(own ? 'acting.drop' : 'acting.bracket', { party: who })}
          </Act>
        );
      })}
    </span>
  );
}
