package org.peerexchange.mail;

/** Makes the link that leads from a mail to what its reader is to do. */
public interface LinkMint {

    /** The full address, made at the moment of sending and kept nowhere but in the mail itself. */
    String mint(Recipient reader, String caseNumber, MailRequest.Link link);
}
