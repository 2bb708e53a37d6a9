package org.strnet.server.security;

import java.time.Instant;

/** What is known of who signed in, for as long as they are. */
interface SignedIn {

  /** Identifier of the account. */
  String accountId();

  /** The account's epoch at sign-in. */
  int sessionEpoch();

  /** When. */
  Instant signedInAt();
}
