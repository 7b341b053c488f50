import { type Item, standingCard, type World } from '@entente/engine';
import { useState } from 'react';
import { useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { Icon } from '../../../kit/icons.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { Said } from '../../../kit/Said.tsx';

interface Props {
  readonly of: string;
  readonly party: string;
  readonly may: boolean;
  readonly open: (id: string) => void;
}

/** Items that the own side lays beside a plan, outside its text: a directive, a list of means. Nobody else learns of them. */
export function Annexes({ of, party, may, open }: Props) {
  const t = useWords('board');
  const { world } = useSeat();
  const [writes, write] = useState(false);
  const linked = annexesOf(world, of, party);
  const left = [...world.sharing.items.values()].filter((i) => standingCard(i) && !linked.includes(i)).reverse();
  return (
    <>
      {linked.length > 0 && (
        <ul aria-label={t('annex.title')}>
          {linked.map((item) => (
            <li key={item.id}>
              <button type="button" className="px-link row" onClick={() => open(item.id)}>
                <Icon name="lock" size={12} /> <Said text={standingCard(item)?.title} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {may && !writes && left.length > 0 && (
        <div>
          <Button size="small" icon="plus" onClick={() => write(true)}>
            {t('annex.add')}
          </Button>
        </div>
      )}
      {may && writes && <AnnexForm of={of} party={party} left={left} done={() => write(false)} />}
    </>
  );
}

/** Those that this world knows. */
const annexesOf = (world: World, of: string, party: string): readonly Item[] =>
  world.planning.annexes.flatMap((a) => (a.of === of && a.party === party ? (world.sharing.items.get(a.item) ?? []) : []));

function AnnexForm({ of, party, left, done }: Pick<Props, 'of' | 'party'> & { readonly left: readonly Item[]; readonly done: () => void }) {
  const t = useWords('board');
  const text = useText();
  const name = useNamer();
  const { draft, change, run, busy, error, drop } = useForm<{ readonly item: string }>(`annex ${of}`, () => ({ item: '' }));
  const here = left.some((i) => i.id === draft.item);
  const submit = async () => {
    if (here && (await run({ type: 'LinkAnnex', of, item: draft.item })).ok) done();
  };
  return (
    <ActForm
      title={t('annex.add')}
      go={t('annex.go')}
      submit={submit}
      missing={here ? undefined : t('annex.choose')}
      told={t('form.keptFor', { party: name(`party:${party}`) })}
      busy={busy}
      error={error}
      cancel={() => {
        drop();
        done();
      }}
      focus
    >
      <Choose
        title={t('annex.item')}
        required
        data={[
          { value: '', label: t('annex.choose') },
          ...left.map((i) => ({ value: i.id as string, label: text(standingCard(i)?.title) })),
        ]}
        value={here ? draft.item : ''}
        change={(item) => change({ item })}
      />
    </ActForm>
  );
}
