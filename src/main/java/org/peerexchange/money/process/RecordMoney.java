package org.peerexchange.money.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.money.Bookkeeping;
import org.peerexchange.programme.Step;
import org.peerexchange.submission.Submitting;
import org.springframework.stereotype.Component;

@Step(
        name = "Book money",
        does =
                "Books the amounts in the current version of a document in the ledger of the case, each once. The form has the fields amount, currency, rate, rateDate, date, payee, what, category, selfMade, or a list receipts of such rows.",
        topic = Step.Topic.MONEY,
        in = {
            @Step.In(
                    name = "entry",
                    is = "what the amounts are: accepted is how much of the receipts counts",
                    kind = Step.Kind.CHOICE,
                    options = {"approved", "paid", "receipt", "accepted", "refund"},
                    example = "paid"),
            @Step.In(
                    name = "document",
                    is = "the form that holds them",
                    kind = Step.Kind.FORM,
                    example = "pay-advance"),
            @Step.In(
                    name = "signedDocument",
                    is = "a document without whose signatures nothing is booked",
                    kind = Step.Kind.FORM,
                    optional = true,
                    example = "activity-plan"),
            @Step.In(
                    name = "signedSides",
                    is =
                            "who must have signed its current version: sides of the case, or hub for staff; needed with signedDocument",
                    kind = Step.Kind.SIDES,
                    optional = true,
                    example = "hub")
        },
        troubles = {
            @Step.Trouble(when = "The signatures are missing: no money is booked"),
            @Step.Trouble(when = "Nobody has sent the document yet"),
            @Step.Trouble(when = "The ledger does not allow it, such as a payment beyond what was approved"),
            @Step.Trouble(when = "A rate or an amount makes no sense")
        },
        example = "Book the payment")
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
