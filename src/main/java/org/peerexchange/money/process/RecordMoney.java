package org.peerexchange.money.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.money.Bookkeeping;
import org.peerexchange.submission.Submitting;
import org.springframework.stereotype.Component;

/**
 * Books the amounts in the current version of a document in the case's ledger, each once.
 *
 * <p>In: {@code entry} ({@code approved}, {@code paid}, {@code receipt}, {@code accepted} or {@code refund}), {@code document}
 * (id of a form with the fields {@code amount}, {@code currency}, {@code rate}, {@code rateDate}, {@code date}, {@code payee},
 * {@code what}, {@code category}, {@code selfMade}, or with a list {@code receipts} of such rows). With {@code signedDocument} (form id) and {@code signedSides} (separated by
 * commas) nothing is booked unless all of them have signed the current version of that document.
 */
@Component("recordMoney")
class RecordMoney implements JavaDelegate {

    private final Bookkeeping bookkeeping;
    private final Submitting submitting;

    RecordMoney(Bookkeeping bookkeeping, Submitting submitting) {
        this.bookkeeping = bookkeeping;
        this.submitting = submitting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        refuseWithoutSignatures(execution);
        bookkeeping.record(execution.getProcessBusinessKey(), (String) execution.getVariable("entry"), (String)
                execution.getVariable("document"));
    }

    private void refuseWithoutSignatures(DelegateExecution execution) {
        String document = (String) execution.getVariable("signedDocument");
        if (document == null) {
            return;
        }
        String sides = (String) execution.getVariable("signedSides");
        List<String> missing = submitting.missingSignatures(
                execution.getProcessBusinessKey(), document, List.of(sides.split(",\\s*")));
        if (!missing.isEmpty()) {
            throw new IllegalStateException("The current version of %s of %s is not signed by %s; no money is booked."
                    .formatted(document, execution.getProcessBusinessKey(), String.join(", ", missing)));
        }
    }
}
