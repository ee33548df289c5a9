package org.peerexchange.mail;

import java.util.Set;
import org.peerexchange.programme.FactNames;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Programme;
import org.springframework.stereotype.Component;

/** The name of {@link UndeliveredMails}. */
@Component
public class MailFactNames implements FactNames {

    @Override
    public Set<String> of(ModelFiles files, Programme programme) {
        return Set.of("undeliveredMails");
    }
}
