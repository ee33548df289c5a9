package org.peerexchange.trial;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Takes every mail the application sends, and hands none on. */
@Component
@Profile("trial")
class TrialMailServer implements SmartLifecycle {

    private final MailFolder folder;
    private final GreenMail server;

    TrialMailServer(MailFolder folder, @Value("${spring.mail.port}") int port) {
        this.folder = folder;
        this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    }

    @Override
    public void start() {
        server.start();
        UserManager users = server.getUserManager();
        // Called once per recipient, before the sender is told that the mail was taken.
        users.setMessageDeliveryHandler((message, recipient) -> {
            boolean first = recipient.equals(message.getToAddresses().iterator().next());
            if (first) {
                folder.add(message.getMessage());
            }
            return mailbox(users, recipient.getEmail());
        });
    }

    private static GreenMailUser mailbox(UserManager users, String address) throws UserException {
        GreenMailUser known = users.getUserByEmail(address);
        return known != null ? known : users.createUser(address, address, address);
    }

    @Override
    public void stop() {
        server.stop();
    }

    @Override
    public boolean isRunning() {
        return server.isRunning();
    }

    /** Before whatever sends mail starts, and after it has stopped. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
