/** Participants' pages: what a volunteer sees without an account. */
package org.peerexchange.portal;
