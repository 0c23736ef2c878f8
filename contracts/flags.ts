/** Flags of the command line as given; each command and each scenario reads those it declares. */
export type Flags = Readonly<Record<string, string | boolean | undefined>>;

/** The text of a flag that takes one. */
export function textOf(flags: Flags, name: string): string | undefined {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
}
