import { type Delivery, type Id, type InjectRow, type Ms, standing, type Text, type World } from '@entente/engine';

/** What recipients of a released inject hold now. */
export interface Amended {
  /** The text that stands. */
  readonly title: Text;
  readonly text: Text;
  /** How often it was corrected. */
  readonly version: number;
  /** Every text that was delivered, oldest first; the last one stands. */
  readonly texts: readonly {
    readonly src: Id;
    readonly at: Ms;
    readonly title: Text;
    readonly text: Text;
    readonly reason?: Text | undefined;
  }[];
  readonly withdrawn?: { readonly at: Ms; readonly reason?: Text | undefined } | undefined;
}

/** The deliveries of a row that this world holds. */
export function deliveriesOf(world: World, row: InjectRow): Delivery[] {
  return [...row.deliveries.keys()].map((id) => world.injects.deliveries.get(id)).filter((d) => d !== undefined);
}

/** A correction reaches every delivery of an inject alike, so one tells for all; undefined before release. */
export function amendedOf(world: World, row: InjectRow): Amended | undefined {
  const delivery = deliveriesOf(world, row)[0];
  if (!delivery) return undefined;
  const { src, at, title, text, corrections, withdrawn } = delivery;
  return { ...standing(delivery), texts: [{ src, at, title, text }, ...corrections], withdrawn };
}
