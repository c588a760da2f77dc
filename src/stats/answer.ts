/**
 * What a statistical function returns when its question may have no answer.
 *
 * The one rule of this folder: where a number is undefined the field is `null` and `reason` says why in a few
 * plain words; where everything is defined `reason` is `null`. Nothing is ever 0, NaN or an exception because
 * there was too little data. Functions throw (RangeError) only when they are called wrongly: a negative
 * count, more successes than trials, lists of different length.
 *
 * TypeScript narrows on any of the fields, so one check is enough:
 *
 *     const { lower, upper, reason } = wilsonInterval(3, n)
 *     if (reason !== null) return reason
 *     // lower and upper are numbers here
 *
 * Where part of an answer exists (a correlation without an interval) the function documents its own type;
 * `reason` then explains the fields that are null.
 */
export type Answer<T> = (T & { readonly reason: null }) | Undefined<T>

/** The same fields, all of them null, and why. */
export type Undefined<T> = { readonly [K in keyof T]: null } & { readonly reason: string }
