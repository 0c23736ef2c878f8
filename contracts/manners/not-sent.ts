/** Thrown in place of sending a call: a limit is reached, or the target is gone. The message says which. */
export class NotSent extends Error {}
