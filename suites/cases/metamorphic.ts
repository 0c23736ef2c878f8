import type { Batch } from '../../contracts/batch.ts';
import { pick } from '../../generators/batch.ts';
import type { Case, Suite } from '../case.ts';
import { expect } from '../matchers.ts';
import type { Judged, Session } from '../session.ts';

const positions = ({ devices }: Batch) => devices.map((_device, i) => i);

/** Ways to ask for the devices of a batch again; the answers must be those of the batch. */
const laws: readonly { readonly title: string; again(batch: Batch): readonly Batch[] }[] = [
  { title: 'a second time', again: (batch) => [batch] },
  { title: 'reversed', again: (batch) => [pick(batch, positions(batch).toReversed())] },
  {
    title: 'rotated by a third',
    again(batch) {
      const third = Math.floor(batch.devices.length / 3);
      const all = positions(batch);
      return [pick(batch, [...all.slice(third), ...all.slice(0, third)])];
    },
  },
  {
    title: 'in two halves',
    again(batch) {
      const half = Math.floor(batch.devices.length / 2);
      const all = positions(batch);
      return [pick(batch, all.slice(0, half)), pick(batch, all.slice(half))];
    },
  },
  {
    title: 'every second device, then the others',
    again: (batch) =>
      [0, 1].map((rest) =>
        pick(
          batch,
          positions(batch).filter((i) => i % 2 === rest),
        ),
      ),
  },
  { title: 'one by one', again: (batch) => positions(batch).map((i) => pick(batch, [i])) },
];

const mixes = [
  { name: 'own devices', counts: { own: 6 } },
  { name: 'own and unknown devices', counts: { own: 3, unknown: 3 } },
  { name: 'devices of all origins', counts: { own: 2, foreign: 2, unknown: 2 } },
] as const;

/** Whether a device's credential is the same again: the page does not say whether it must be. */
function isSame(session: Session, earlier: Judged, later: Judged): boolean {
  const { findings } = session.compare(earlier, later, true);
  return !findings.some(({ rule }) => rule === 'credential');
}

async function holds(session: Session, batch: Batch, again: readonly Batch[]): Promise<void> {
  const device = pick(batch, [batch.origins.indexOf('own')]);
  const [first, second] = [await session.ask(device), await session.ask(device)];
  const whole = await session.ask(batch);
  const others: Judged[] = [];
  for (const other of again) others.push(await session.ask(other));
  // Asked once more at the end: credentials that last an hour may have changed right now.
  const areStable = isSame(session, first, second) && isSame(session, first, await session.ask(device));

  session.reject([
    session.compare(first, second, areStable),
    session.compare(first, whole, areStable),
    ...others.map((other) => session.compare(whole, other, areStable)),
  ]);
  for (const answer of [first, second, whole, ...others]) {
    expect(answer).toSatisfyContract();
  }
}

/** A device fares alike whatever it is asked for with: same list and, where credentials last, same credential. */
export const metamorphic: Suite = {
  name: 'metamorphic laws',
  cases: mixes.flatMap(({ name, counts }) =>
    laws.map(
      ({ title, again }): Case => ({
        title: `${name}, ${title}`,
        run(session) {
          const batch = session.draw(counts);
          return holds(session, batch, again(batch));
        },
      }),
    ),
  ),
};
