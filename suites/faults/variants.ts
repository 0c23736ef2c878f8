import { answerVariants } from './answer-variants.ts';
import type { Variant } from './fault.ts';
import { inputVariants } from './input-variants.ts';
import { wireVariants } from './wire-variants.ts';

/** Every way in which the reference service can be told to be different and right. */
export const variants: readonly Variant[] = [...answerVariants, ...inputVariants, ...wireVariants];

export const variantNames: readonly string[] = variants.map(({ name }) => name);

/** The variant of a name; undefined when there is none. */
export function findVariant(name: string): Variant | undefined {
  return variants.find((variant) => variant.name === name);
}
