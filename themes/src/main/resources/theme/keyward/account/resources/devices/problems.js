/** The session has ended: only a sign-in helps. */
export class SignedOut extends Error {}

/** The realm has no devices, or not the client or the scope that this page needs. */
export class NotOffered extends Error {}

/** The device is no longer on the list. */
export class Gone extends Error {}

/** The server does not take what was typed; `code` says why. */
export class Refused extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** The last sign-in is too old for this; it may be `maxAge` seconds old. */
export class NotFresh extends Error {
  constructor(maxAge) {
    super(`older than ${maxAge} s`);
    this.maxAge = maxAge;
  }
}
