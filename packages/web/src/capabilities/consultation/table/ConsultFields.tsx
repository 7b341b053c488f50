import { BASES, current, type Forum, openBrackets, PROCEDURES, type ProcedureName, shutBy } from '@entente/engine/consultation';
import { useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { AddressField } from '../../../kit/AddressField.tsx';
import { OneOf } from '../../../kit/Choice.tsx';
import { useDirectory } from '../../../kit/Directory.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { TextField } from '../../../kit/form/TextField.tsx';
import { LabelField } from '../../../kit/LabelField.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { type Draft, isTimed, NEW, type What } from './consultDraft.ts';
import { untilFor } from './needed.ts';
import { placeAt } from './sits.ts';
import { useForumName } from './useTable.ts';
import { consultable } from './whom.ts';

interface FieldsProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

/** Who is asked: a forum, or people of one’s choice. */
export function Whom({ draft, change, forums }: FieldsProps & { readonly forums: readonly Forum[] }) {
  const t = useWords('table');
  const { me } = useSeat();
  const directory = useDirectory();
  const name = useForumName();
  const naming = useNamer();
  return (
    <>
      {forums.length > 0 && (
        <Choose
          title={t('consult.whom')}
          required
          data={[
            { value: '', label: t('consult.choose') },
            ...forums.map((f) => ({ value: f.id, label: name(f.card) })),
            { value: NEW, label: t('consult.people') },
          ]}
          value={draft.forum}
          change={(forum) => change({ forum, subject: '', on: '', ...elsewhere(draft) })}
        />
      )}
      {draft.forum === NEW && (
        <AddressField
          title={t(forums.length > 0 ? 'consult.peopleWhom' : 'consult.whom')}
          hint={t('consult.peopleHint')}
          groups={consultable(directory, me.seat).map((g) => ({ title: naming(`party:${g.party}`), addresses: g.addresses }))}
          to={draft.with}
          change={(next) => change({ with: next })}
        />
      )}
    </>
  );
}

/** What is seldom changed: in which procedure, in full words, on which text, how far one’s own decision is. */
export function More({ draft, change, forum }: FieldsProps & { readonly forum: Forum | undefined }) {
  const t = useWords('table');
  const text = useText();
  const { world, me } = useSeat();
  const place = placeAt(world, forum, me.seat);
  const texts = [...world.consultation.texts.values()].filter(
    (x) => x.forum === forum?.id && (x.id === draft.on || shutBy(world, x.id) === undefined),
  );
  const open = (Object.keys(PROCEDURES) as ProcedureName[]).filter(
    (p) => (forum?.card.procedures.includes(p) ?? true) && (p !== 'silence' || forum === undefined || place?.chairs),
  );
  const whats = open.flatMap((p): What[] => (p === 'consultation' ? ['exchange', 'inform'] : [p]));
  const clean = texts.filter((x) => !isTimed(draft.what) || openBrackets(x).length === 0);
  const asks = !['notification', 'silence', 'joint-signature'].includes(draft.what);
  return (
    <>
      <Choose
        title={t('consult.what')}
        data={whats.map((w) => ({ value: w, label: t(`kind.${w}`) }))}
        value={draft.what}
        change={(what) => change({ what })}
      />
      <p className="small dim">{t(`consult.means.${draft.what}`)}</p>
      <TextField both title={t('consult.text')} rows={3} most={20_000} value={draft.text} change={(next) => change({ text: next })} />
      {texts.length > 0 && (
        <Choose
          title={t('consult.on')}
          data={[
            { value: '', label: t('consult.onNone') },
            ...clean.map((x) => ({ value: x.id, label: `${text(x.card.title)} (${t('version', { n: current(x).version })})` })),
          ]}
          value={draft.on}
          change={(on) => change({ on, ...elsewhere(draft) })}
        />
      )}
      {asks && (
        <OneOf
          title={t('consult.basis')}
          options={BASES.map((b) => ({ value: b, words: t(`basis.${b}`) }))}
          value={draft.basis}
          onChange={(basis) => change({ basis })}
        />
      )}
      {asks && (
        <OneOf
          title={t('consult.shown')}
          options={(['come', 'together'] as const).map((s) => ({ value: s, words: t(`consult.show.${s}`) }))}
          value={draft.shown}
          onChange={(shown) => change({ shown })}
        />
      )}
      {draft.what === 'ad-referendum' && (
        <OneOf
          title={t('consult.unconfirmed')}
          options={(['lapses', 'stands'] as const).map((u) => ({ value: u, words: t(`consult.capital.${u}`) }))}
          value={draft.unconfirmed}
          onChange={(unconfirmed) => change({ unconfirmed })}
        />
      )}
      {forum && forum.card.subjects.length > 0 && (
        <Choose
          title={t('consult.subject')}
          help={t('consult.subjectHelp')}
          data={[{ value: '', label: t('consult.noSubject') }, ...forum.card.subjects.map((s) => ({ value: s.id, label: text(s.name) }))]}
          value={draft.subject}
          change={(subject) => change({ subject })}
        />
      )}
      <LabelField title={t('label')} value={draft.label} onChange={(label) => change({ label })} />
    </>
  );
}

/** What is asked of another text is not due when this plan needs it. */
const elsewhere = ({ until }: Draft): Partial<Draft> => (until.in === 'plan' ? { until: untilFor(undefined, 0) } : {});
