/** Whose data a mask hides: classes of `events/fields.ts` as far as they are a customer's, and agents by themselves. */
export const maskClasses = ['phone', 'email', 'name', 'text', 'agent'] as const;

type MaskClass = (typeof maskClasses)[number];

/**
 * `partial`: enough stays to recognise somebody whom one knows. `full`: a pseudonym, the same for the same value, so that joins and
 * counts stay.
 */
const maskLevels = ['off', 'partial', 'full'] as const;

export type MaskLevel = (typeof maskLevels)[number];

/** What is masked of a connection before the journal. */
export type Policy = Readonly<Record<MaskClass, MaskLevel>>;

export const noMasks: Policy = {
  phone: 'off',
  email: 'off',
  name: 'off',
  text: 'off',
  agent: 'off',
};

export const isMasking = (policy: Policy): boolean =>
  maskClasses.some((one) => policy[one] !== 'off');

/** The policy in what was stored or sent; what is no level is off. */
export function toPolicy(stored: unknown): Policy {
  const given: object = typeof stored === 'object' && stored !== null ? stored : {};
  const entries = maskClasses.map((one) => {
    const level: unknown = Reflect.get(given, one);
    return [one, maskLevels.find((known) => known === level) ?? 'off'] as const;
  });
  return { ...noMasks, ...Object.fromEntries(entries) };
}
