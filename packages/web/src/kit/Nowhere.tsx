import { useWords } from '../i18n/words.ts';
import { Icon } from './icons.tsx';
import { Marked } from './Marking.tsx';
import { Switches } from './TopBar.tsx';
import { useTitle } from './title.ts';

/** What an address shows that is none of ours: that it is none, and where to go. */
export function Nowhere() {
  const t = useWords('kit');
  const [seat] = /^\/s\/[^/]+\//.exec(location.pathname) ?? [];
  useTitle(0, t('nowhere.title'));
  return (
    <Marked title="">
      <main className="empty error">
        <h1 className="row strong read">
          <Icon name="question" />
          {t('nowhere.title')}
        </h1>
        <p>
          <code>{location.pathname.slice(0, 200)}</code>
        </p>
        <p>{t('nowhere.text')}</p>
        <p className="row wrap">
          {seat && (
            <a className="btn main" href={seat}>
              {t('nowhere.seat')}
            </a>
          )}
          <a className="btn plain" href="/">
            {t('nowhere.lobby')}
          </a>
          <Switches />
        </p>
      </main>
    </Marked>
  );
}
