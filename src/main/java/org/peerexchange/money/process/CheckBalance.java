package org.peerexchange.money.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.money.Bookkeeping;
import org.peerexchange.money.Ledger;
import org.springframework.stereotype.Component;

/** Out: {@code balance} (euros still to be accounted for), {@code settled} (whether receipts and refund make up the advance). */
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
