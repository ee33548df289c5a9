package org.peerexchange.desk;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.peerexchange.mail.MailState;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.SentMail;
import org.peerexchange.money.Bookkeeping;
import org.peerexchange.money.Ledger;
import org.peerexchange.money.LedgerEntry;
import org.peerexchange.people.People;
import org.peerexchange.people.Person;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.CaseState;
import org.peerexchange.programme.CaseStates;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.Community;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.peerexchange.programme.TableDecisions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the file of a case for a reader: what their groups may not see is not in it. */
@Component
class CaseFiles {

    private final Programmes programmes;
    private final Cases cases;
    private final CaseStates states;
    private final Parties parties;
    private final People people;
    private final Communities communities;
    private final TableDecisions decisions;
    private final CaseDocuments documents;
    private final Outbox outbox;
    private final Bookkeeping bookkeeping;
    private final WorkInProgress work;
    private final TaskLines taskLines;
    private final Clock clock;

    CaseFiles(
            Programmes programmes,
            Cases cases,
            CaseStates states,
            Parties parties,
            People people,
            Communities communities,
            TableDecisions decisions,
            CaseDocuments documents,
            Outbox outbox,
            Bookkeeping bookkeeping,
            WorkInProgress work,
            TaskLines taskLines,
            Clock clock) {
        this.programmes = programmes;
        this.cases = cases;
        this.states = states;
        this.parties = parties;
        this.people = people;
        this.communities = communities;
        this.decisions = decisions;
        this.documents = documents;
        this.outbox = outbox;
        this.bookkeeping = bookkeeping;
        this.work = work;
        this.taskLines = taskLines;
        this.clock = clock;
    }

    /** The file; empty when there is no such case, or none that this reader sees. */
    @Transactional(readOnly = true)
    public Optional<CaseFile> open(String number, Reader reader) {
        return cases.findById(number)
                .filter(subject -> reader.sight(subject, programmes).sees(subject))
                .map(subject -> file(subject, reader));
    }

    private CaseFile file(Case subject, Reader reader) {
        Programme programme = programmes.of(subject.programme());
        Programme.Sight sight = reader.sight(programme);
        Moments moments = new Moments(programme.zone(), clock.instant());
        List<CaseState> passed = states.findByCaseNumberOrderById(subject.number());
        return new CaseFile(
                subject.number(),
                subject.title(),
                programme.state(subject.state()).staff(),
                moments.of(
                        passed.isEmpty()
                                ? subject.openedAt()
                                : passed.get(passed.size() - 1).enteredAt()),
                subject.cycle(),
                programme.name(),
                programme.zoneName(),
                sight.everything(),
                parties.findByCaseNumberOrderBySide(subject.number()).stream()
                        .map(party -> participant(party, sight))
                        .toList(),
                related(subject, reader),
                work.tasks(List.of(subject.number())).stream()
                        .map(task -> taskLines.of(task, programme, reader, moments))
                        .toList(),
                work.waiting(subject.number()).stream()
                        .map(next -> new CaseFile.Awaited(moments.of(next.until()), next.event()))
                        .toList(),
                documents.days(subject, programme),
                work.movesDays(programme.key()).orElse(null),
                sight.everything() ? work.processes(subject.number()) : List.of(),
                documents.of(subject, sight, moments),
                decisions.findByCaseNumberOrderById(subject.number()).stream()
                        .map(decision -> new CaseFile.Decided(
                                decision.decision(),
                                decision.tableVersion(),
                                decision.outcome(),
                                decision.reasons(),
                                moments.of(decision.decidedAt())))
                        .toList(),
                sight.everything()
                        ? outbox.sentTo(subject.number()).stream()
                                .map(mail -> letter(mail, moments))
                                .toList()
                        : List.of(),
                passed.stream()
                        .map(state -> new CaseFile.Passed(
                                programme.state(state.state()).staff(), moments.of(state.enteredAt())))
                        .toList(),
                sight.seesLedger() ? money(bookkeeping.of(subject.number())) : null);
    }

    private CaseFile.Participant participant(Party party, Programme.Sight sight) {
        Optional<Person> person = Optional.ofNullable(party.personId())
                .filter(id -> sight.everything())
                .flatMap(people::findById);
        Optional<Community> community = Optional.ofNullable(party.communityId()).flatMap(communities::findById);
        return new CaseFile.Participant(
                party.side(),
                community.map(Community::name).orElse(null),
                sight.everything() ? party.communityId() : null,
                person.map(known -> party.name() == null ? known.name() : party.name())
                        .orElse(null),
                person.map(Person::email).orElse(null),
                person.map(Person::username).filter(name -> !name.isBlank()).orElse(null));
    }

    /** The applications an exchange came from, and the exchanges an application led to. */
    private List<CaseFile.CaseLink> related(Case subject, Reader reader) {
        return Stream.concat(
                        parties.findByCaseNumberOrderBySide(subject.number()).stream()
                                .map(Party::application)
                                .filter(Objects::nonNull),
                        parties.findByApplicationOrderByCaseNumber(subject.number()).stream()
                                .map(Party::caseNumber))
                .distinct()
                .map(cases::of)
                .filter(other -> reader.sight(other, programmes).sees(other))
                .map(other -> new CaseFile.CaseLink(other.number(), other.title()))
                .toList();
    }

    private static CaseFile.Letter letter(SentMail mail, Moments moments) {
        return new CaseFile.Letter(
                moments.of(mail.when()),
                mail.to(),
                mail.subject() == null ? mail.text() : mail.subject(),
                mail.state().label(),
                mail.state() == MailState.FAILED,
                mail.lastError(),
                mail.body());
    }

    private static CaseFile.Money money(Ledger ledger) {
        if (ledger.entries().isEmpty()) {
            return null;
        }
        List<CaseFile.Sum> sums = new ArrayList<>();
        sums.add(sum("Approved", ledger.approved()));
        sums.add(sum("Paid", ledger.paid()));
        sums.add(sum("Receipts", ledger.receipts()));
        sums.add(sum("Not taken on", ledger.borneByHost()));
        sums.add(sum("Returned", ledger.refunded()));
        sums.add(sum(ledger.settled() ? "Balance" : "Balance, still open", ledger.balance()));
        return new CaseFile.Money(
                sums, ledger.entries().stream().map(CaseFiles::booking).toList());
    }

    private static CaseFile.Sum sum(String name, BigDecimal euros) {
        return new CaseFile.Sum(name, euros.toPlainString() + " EUR");
    }

    private static CaseFile.Booking booking(LedgerEntry entry) {
        return new CaseFile.Booking(
                Moments.day(entry.happenedOn()),
                entry.kind().label(),
                entry.what(),
                entry.payee(),
                entry.rate() == null
                        ? "%s %s".formatted(entry.amount().toPlainString(), entry.currency())
                        : "%s %s at %s"
                                .formatted(
                                        entry.amount().toPlainString(),
                                        entry.currency(),
                                        entry.rate().toPlainString()),
                entry.eur().toPlainString(),
                entry.reverses() != null);
    }
}
