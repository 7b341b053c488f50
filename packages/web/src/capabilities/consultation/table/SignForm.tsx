import { current, digestOf } from '@entente/engine/consultation';
import { useState } from 'react';
import { useAct, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Chip } from '../../../kit/Chip.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { eight, textOf } from '../matters/needs.ts';
import type { At } from './sits.ts';
import { inLanguage, languagesOf } from './standing.ts';

/** Signs the text as it stands: what is signed, and whether both languages bind, stands before the button, which repeats it. */
export function SignForm({ at, done }: { readonly at: At; readonly done: () => void }) {
  const t = useWords('table');
  const { world, me } = useSeat();
  const name = useNamer();
  const { run, busy, error } = useAct();
  const text = textOf(world, at.matter);
  const now = digestOf(at.m) ?? '';
  // What was read is signed, and nothing that came in its place since.
  const [digest] = useState(now);
  const version = text?.versions.find((v) => v.digest === digest)?.version ?? at.matter.on?.version ?? 1;
  const languages = text ? languagesOf(text, world.seats.exercise?.languages ?? []) : [];
  const lacks = languages.filter((l) => text && current(text).paragraphs.some((p) => inLanguage(p.text, l) === undefined));
  const changed = digest !== now;
  const submit = async () => {
    if ((await run({ type: 'ActInMatter', matter: at.matter.id, act: 'sign', on: digest })).ok) done();
  };
  return (
    <ActForm
      title={t('sign.form', { version })}
      go={t('sign.go', { version, digest: eight(digest) })}
      submit={submit}
      missing={changed ? t('sign.changed') : undefined}
      told={t('sign.told', { who: name(me.seat) })}
      busy={busy}
      error={error}
      cancel={done}
      focus
    >
      <p className="row wrap">
        {t('sign.what', { version })} <Chip>{eight(digest)}</Chip>
      </p>
      {languages.length > 1 && <p>{t('text.bothBind')}</p>}
      {lacks.map((l) => (
        <p key={l} className="late">
          {t(`sign.lacks.${l}`)}
        </p>
      ))}
    </ActForm>
  );
}
