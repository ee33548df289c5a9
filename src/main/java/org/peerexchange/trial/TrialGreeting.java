package org.peerexchange.trial;

import java.nio.file.Path;
import java.util.List;
import org.peerexchange.people.Installation;
import org.peerexchange.people.process.StaffAccounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Creates the trial accounts and says, once everything runs, where to go and with which password. */
@Component
@Profile("trial")
class TrialGreeting {

    private final List<TrialAccount> accounts;
    private final StaffAccounts staff;
    private final Installation installation;
    private final Path data;

    TrialGreeting(StaffAccounts staff, Installation installation, @Value("${peerexchange.trial.data}") Path data) {
        this.accounts = new TrialAccounts(data).all();
        this.staff = staff;
        this.installation = installation;
        this.data = data;
    }

    /** After the groups have been made. What is printed must be true, also when only the file of passwords was lost. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(100)
    void createAccounts() {
        boolean printedPasswordsFit = accounts.stream()
                .filter(TrialAccount::isAdmin)
                .allMatch(admin ->
                        staff.withPassword(admin.id(), admin.password()).isPresent());
        accounts.stream()
                .filter(account -> !printedPasswordsFit || !staff.exists(account.id()))
                .forEach(account -> staff.keep(
                        account.id(), account.firstName(), account.lastName(), account.password(), account.group()));
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        StringBuilder lines = new StringBuilder("\n\n  Peer Exchange runs in trial mode; everything it keeps is in ")
                .append(data.toAbsolutePath())
                .append("\n\n");
        address(lines, "Home page", "/");
        address(lines, "Tasklist", "/camunda/app/tasklist/");
        address(lines, "Cockpit", "/camunda/app/cockpit/");
        address(lines, "Mails", "/trial/mails");
        address(lines, "Clock", "/trial/clock");
        lines.append("\n  Sign in as\n");
        accounts.forEach(account ->
                lines.append("    %-10s %-18s %s%n".formatted(account.id(), account.password(), account.does())));
        System.out.println(lines);
    }

    private void address(StringBuilder lines, String what, String path) {
        lines.append("    %-10s %s%s%n".formatted(what, installation.address(), path));
    }
}
