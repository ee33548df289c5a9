package org.peerexchange.portal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.peerexchange.ReceivedMail;
import org.peerexchange.mail.Recipient;
import org.peerexchange.people.People;
import org.peerexchange.people.Person;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.people.PersonalLinks;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.OpeningCases;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets the stage for the pages: a cycle, exchanges with people, requests that wait for their answer. */
@TestComponent
class PortalStage {

    static final String PROGRAMME = "exchange";
    static final int YEAR = 2031;

    private final OpeningCases opening;
    private final Cases cases;
    private final Parties parties;
    private final People people;
    private final PersonalLinks links;
    private final RuntimeService runtime;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ReceivedMail received;

    PortalStage(
            OpeningCases opening,
            Cases cases,
            Parties parties,
            People people,
            PersonalLinks links,
            RuntimeService runtime,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock,
            ReceivedMail received) {
        this.opening = opening;
        this.cases = cases;
        this.parties = parties;
        this.people = people;
        this.links = links;
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.received = received;
    }

    /** It is today, no mail has come, and whoever took part in another test is somebody else. */
    void isEmpty() {
        ClockUtil.reset();
        received.isForgotten();
        jdbc.update(
                "update app.persons set email = id || '@elsewhere.example' where email like 'person.%@example.org'");
    }

    /** A request and the ways to it. */
    record Requested(String id, String caseNumber, String personId, String path) {

        /** The mail address of whoever is asked. */
        String address() {
            return personId + "@example.org";
        }
    }

    Case cycle() {
        return cases.findById("CY-" + YEAR)
                .orElseGet(() -> transaction.execute(
                        status -> opening.cycle(PROGRAMME, String.valueOf(YEAR), "Peer Learning Exchange " + YEAR)));
    }

    void cycleIs(String state, String opens, String closes) {
        String number = cycle().number();
        jdbc.update("update app.cases set closed_at = now() where kind = 'cycle' and closed_at is null");
        jdbc.update("update app.cases set state = ?, closed_at = null where number = ?", state, number);
        jdbc.update("delete from app.submissions where case_number = ?", number);
        jdbc.update(
                """
                insert into app.submissions (id, case_number, document, version, form_version, author_kind, author, side,
                    sent_at, answers, sha256)
                values (?, ?, 'open-cycle', 1, 1, 'staff', 'hanna', 'hub', now(), ?, 'none')""",
                UUID.randomUUID(),
                number,
                "{\"applicationsOpen\":\"%s\",\"applicationsClose\":\"%s\"}".formatted(opens, closes));
    }

    /** People can sign up for the mentorship until the next cycle is set by {@link #cycleIs}. */
    void opensMentorship() {
        String number = transaction
                .execute(status -> opening.cycle("mentorship", YEAR + "-1", "Mentorship " + YEAR))
                .number();
        jdbc.update("update app.cases set state = 'sign-up-open' where number = ?", number);
    }

    Requested requested(Instant due) {
        return requested("portal-report", due);
    }

    Requested requested(String form) {
        return requested(form, clock.instant().plusSeconds(12 * 86_400));
    }

    private Requested requested(String form, Instant due) {
        return requested(exchange().number(), form, due);
    }

    /** Another request in the case of the first. */
    Requested requestedBeside(Requested first, String form) {
        return requested(first.caseNumber(), form, clock.instant().plusSeconds(12 * 86_400));
    }

    private Requested requested(String caseNumber, String form, Instant due) {
        String person = parties.of(caseNumber, "mentee").personId();
        String id = runtime.createProcessInstanceByKey("ask-participant")
                .businessKey(caseNumber)
                .startBeforeActivity("userTask_answer")
                .setVariables(Map.of(
                        "who", "mentee",
                        "task", "Send your activity report",
                        "form", form,
                        "formVersion", "1",
                        "staffGroups", "exchange-staff,exchange-coordinators",
                        "dueDate", Date.from(due)))
                .execute()
                .getProcessInstanceId();
        return new Requested(id, caseNumber, person, mint(person, caseNumber, PersonalLink.ASK, id));
    }

    Requested requested() {
        return requested("portal-report");
    }

    /** Another link to the same request, as a reminder brings it. */
    String reminded(Requested request) {
        return mint(request.personId(), request.caseNumber(), PersonalLink.ASK, request.id());
    }

    /** A link to what the person on this side of a case is asked. */
    String asked(Case subject, String side, String request) {
        return mint(parties.of(subject.number(), side).personId(), subject.number(), PersonalLink.ASK, request);
    }

    String offered(String message) {
        return offered(exchange(), "mentee", message);
    }

    String offered(Case subject, String side, String message) {
        return mint(parties.of(subject.number(), side).personId(), subject.number(), PersonalLink.OFFER, message);
    }

    /** A mail with this text waits to be sent to whoever has been asked. */
    void writes(Requested to, String text) {
        jdbc.update(
                """
                insert into app.mails (id, key, programme, case_number, text, recipient, given, state, created_at, due_at)
                values (gen_random_uuid(), gen_random_uuid()::text, ?, ?, ?, ?, '{}', 'waiting', ?, ?)""",
                PROGRAMME,
                to.caseNumber(),
                text,
                Recipient.person(to.personId()).toString(),
                Timestamp.from(clock.instant()),
                Timestamp.from(clock.instant()));
    }

    void isUsed(Requested request) {
        jdbc.update("update app.personal_links set used_at = now() where target = ?", request.id());
    }

    void isTooOld(Requested request) {
        jdbc.update(
                "update app.personal_links set expires_at = now() - interval '1 day' where target = ?", request.id());
    }

    /** The request is taken back, since its case has gone on to this state. */
    void isOvertaken(Requested request, String state) {
        runtime.deleteProcessInstance(request.id(), "overtaken");
        isIn(state, request.path());
    }

    /** The case that a link is about is in this state. */
    void isIn(String state, String path) {
        String number = links.open(path.substring("/p/".length())).orElseThrow().caseNumber();
        jdbc.update("update app.cases set state = ? where number = ?", state, number);
    }

    /** The mentee travels and the mentor is the host: two people, as in a pair that matching has made. */
    Case ofTwo(Case pair) {
        Map.of("traveller", "mentee", "host", "mentor").forEach((side, by) -> {
            Party known = parties.of(pair.number(), by);
            parties.save(new Party(pair.number(), side, known.personId(), null, known.communityId(), null));
        });
        return pair;
    }

    /** The path of the own page of whoever is on this side of a case. */
    String pageOf(Case subject, String side) {
        return pageOf(parties.of(subject.number(), side).personId(), subject.number());
    }

    String pageOf(Requested request) {
        return pageOf(request.personId(), request.caseNumber());
    }

    String pageOf(String person, String caseNumber) {
        String address = links.mint(person, caseNumber, PersonalLink.MY, "");
        return address.substring(address.indexOf("/my/"));
    }

    private Case exchange() {
        Case cycle = cycle();
        return transaction.execute(status -> {
            Case exchange = opening.inCycle(cycle, Case.PAIR, "Karpaty User Group and Wikimedia Baltia");
            String id = UUID.randomUUID().toString();
            people.save(new Person(
                    id, "Ana Marin", id + "@example.org", "Ana (Karpaty)", Locale.ENGLISH, ZoneId.of("Europe/Kyiv")));
            parties.save(new Party(exchange.number(), "mentee", id, null, null, null));
            return exchange;
        });
    }

    private String mint(String person, String caseNumber, String purpose, String target) {
        String address = links.mint(person, caseNumber, purpose, target);
        return address.substring(address.indexOf("/p/"));
    }
}
