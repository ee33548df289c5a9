package org.peerexchange.mail;

/** Tells the process that a mail will not arrive unless somebody does something about it. */
public interface MailTrouble {

    /**
     * Called in the transaction that marks the mail as failed.
     *
     * @param mail its {@code lastError} says what went wrong, without the address
     * @param addressRefused true if nobody can be reached at this address, false if the server or the text is the cause
     */
    void undeliverable(Mail mail, boolean addressRefused);
}
