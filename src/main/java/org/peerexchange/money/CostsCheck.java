package org.peerexchange.money;

import java.util.List;
import java.util.Set;
import org.peerexchange.programme.ModelCheck;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Tables;
import org.springframework.stereotype.Component;

/** Whoever books receipts has a table that says what is covered, {@code <programme>-covered-costs}, with the outputs read of it. */
@Component
class CostsCheck implements ModelCheck {

    private static final Set<String> OUTPUTS = Set.of("covered", "reason");

    @Override
    public List<String> wrong(ModelFiles files) {
        return files.processes().stream()
                .flatMap(process -> process.nodes().stream()
                        .filter(node -> ModelFiles.Process.step(node).equals("recordMoney"))
                        .filter(node -> "receipt".equals(node.inputs().get("entry")))
                        .filter(node -> files.tablesFor(process, MoneyFacts.COVERED_COSTS).stream()
                                .noneMatch(table -> table.outputs().containsAll(OUTPUTS)))
                        .map(node ->
                                "%s, %s: receipts are booked, but there is no table %s with the outputs covered and reason."
                                        .formatted(
                                                process.file(),
                                                node.id(),
                                                Tables.ofProgramme(process.programme(), MoneyFacts.COVERED_COSTS))))
                .toList();
    }
}
