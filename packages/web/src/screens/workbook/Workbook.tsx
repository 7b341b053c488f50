import './workbook.css';
import { useCallback, useState } from 'react';
import { usePreferences } from '../../i18n/preferences.ts';
import { useWords } from '../../i18n/words.ts';
import { Choose } from '../../kit/form/Choose.tsx';
import { Icon } from '../../kit/icons.tsx';
import { useAsked } from '../lobby/useLobby.ts';
import { Back } from './Back.tsx';
import { PRESETS, type WorkbookPlace } from './place.ts';

/** The MSEL out to a planner’s workbook, and what was changed there back again, row by row and only when it is confirmed. */
export function Workbook({ place }: { readonly place: WorkbookPlace }) {
  const t = useWords('workbook');
  return (
    <div className="wb">
      <section className="wb-part" aria-labelledby="wb-out">
        <h2 id="wb-out" className="strong">
          {t('out.title')}
        </h2>
        <p className="dim">{t(`out.${place.kind}`, { of: place.of })}</p>
        <Out place={place} />
      </section>
      <section className="wb-part" aria-labelledby="wb-back">
        <h2 id="wb-back" className="strong">
          {t('back.title')}
        </h2>
        <p className="dim">{t(`back.${place.kind}`)}</p>
        <Back place={place} />
      </section>
    </div>
  );
}

function Out({ place }: { readonly place: WorkbookPlace }) {
  const t = useWords('workbook');
  const own = usePreferences().language;
  const [layout, setLayout] = useState<string>('hseep');
  const [language, setLanguage] = useState<string>(own);
  const { value: templates = [] } = useAsked(useCallback((signal: AbortSignal) => place.templates(signal), [place]));
  const data = [
    ...PRESETS.map((p) => ({ value: p as string, label: t(`out.preset.${p}`) })),
    ...templates.map((name) => ({ value: `template:${name}`, label: t('out.template', { name }) })),
  ];
  return (
    <div className="wb-out">
      <Choose title={t('out.columns')} data={data} value={layout} change={setLayout} />
      <Choose
        title={t('out.language')}
        data={[
          { value: 'en', label: 'English' },
          { value: 'ko', label: '한국어' },
        ]}
        value={language}
        change={setLanguage}
      />
      <a className="btn plain normal" href={place.href(layout, language)} download>
        <Icon name="download" />
        {t('out.save')}
      </a>
    </div>
  );
}
