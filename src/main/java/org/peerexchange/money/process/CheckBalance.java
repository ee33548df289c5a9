package org.peerexchange.money.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.money.Bookkeeping;
import org.peerexchange.money.Ledger;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Check the balance",
        does = "Reckons what of an advance is still to be accounted for.",
        topic = Step.Topic.MONEY,
        out = {
            @Step.Out(name = "balance", is = "euros still to be accounted for, a number"),
            @Step.Out(name = "settled", is = "true when receipts and refund make up the advance")
        },
        example = "Check the balance")
@Component("checkBalance")
class CheckBalance implements JavaDelegate {

    private final Bookkeeping bookkeeping;

    CheckBalance(Bookkeeping bookkeeping) {
        this.bookkeeping = bookkeeping;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Ledger ledger = bookkeeping.of(execution.getProcessBusinessKey());
        execution.getProcessInstance().setVariable("balance", ledger.balance().doubleValue());
        execution.getProcessInstance().setVariable("settled", ledger.settled());
    }
}
