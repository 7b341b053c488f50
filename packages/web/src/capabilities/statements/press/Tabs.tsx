/** A few lists of which one is shown. */
export function Tabs<N extends string>({
  title,
  tabs,
  tab,
  show,
}: {
  readonly title: string;
  readonly tabs: readonly { readonly name: N; readonly words: string }[];
  readonly tab: N;
  readonly show: (name: N) => void;
}) {
  return (
    <nav className="pr-tabs" aria-label={title}>
      {tabs.map(({ name, words }) => (
        <button key={name} type="button" data-tab={name} aria-current={tab === name ? 'page' : undefined} onClick={() => show(name)}>
          {words}
        </button>
      ))}
    </nav>
  );
}
