import { ActForm, type ActFormProps } from '../form/ActForm.tsx';
import { useControl } from './controlContext.ts';
import { SidePanel } from './SidePanel.tsx';

/** A form that fills the column beside the timeline: the panel names it, it takes the focus, and unless it says otherwise it closes with the panel. */
export function PanelForm(props: Omit<ActFormProps, 'headed' | 'focus'>) {
  const { open } = useControl();
  return (
    <SidePanel title={props.title}>
      <ActForm cancel={() => open(undefined)} {...props} headed focus />
    </SidePanel>
  );
}
