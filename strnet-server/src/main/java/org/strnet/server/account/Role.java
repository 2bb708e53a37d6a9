package org.strnet.server.account;

import java.util.EnumSet;
import java.util.Set;

/** What somebody is in the department. Each role may what the ones before it may. */
public enum Role {
  /** Sees films and results, uploads. */
  READER,
  /** Confirms, overrules, sends results, enters densitometry. */
  RADIOLOGIST,
  /** Users, destinations, operating points, retention. */
  ADMINISTRATOR;

  /** The authority that Spring Security knows it by. */
  public String authority() {
    return "ROLE_" + name();
  }

  /** This role and those it includes. */
  public Set<Role> included() {
    return EnumSet.range(READER, this);
  }
}
