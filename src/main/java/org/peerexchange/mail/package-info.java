/** The outbox, the texts and the dispatcher: every mail that is due is sent once, or somebody of the staff has a task. */
package org.peerexchange.mail;
