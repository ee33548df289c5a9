package org.peerexchange.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** Jakarta Mail gives every message a new id when it is saved; this one keeps the id of its row. */
class MessageWithId extends MimeMessage {

    private final String id;

    MessageWithId(MimeMessage like, String id) throws MessagingException {
        super(like.getSession());
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
