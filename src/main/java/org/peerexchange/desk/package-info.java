/** Pages for staff: every case, what is open in it and what was sent, and the communities the hub knows. */
package org.peerexchange.desk;
