package org.peerexchange.money.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.money.Bookkeeping;
import org.springframework.stereotype.Component;

/**
 * Books the amounts in the current version of a document in the case's ledger, each once.
 *
 * <p>In: {@code entry} ({@code approved}, {@code paid}, {@code receipt}, {@code accepted} or {@code refund}), {@code document}
 * (id of a form with the fields {@code amount}, {@code currency}, {@code rate}, {@code rateDate}, {@code date}, {@code payee},
 * {@code what}, {@code category}, {@code selfMade}, or with a list {@code receipts} of such rows).
 */
@Component("recordMoney")
class RecordMoney implements JavaDelegate {

    private final Bookkeeping bookkeeping;

    RecordMoney(Bookkeeping bookkeeping) {
        this.bookkeeping = bookkeeping;
    }

    @Override
    public void execute(DelegateExecution execution) {
        bookkeeping.record(execution.getProcessBusinessKey(), (String) execution.getVariable("entry"), (String)
                execution.getVariable("document"));
    }
}
