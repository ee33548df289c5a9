package org.peerexchange;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What would keep somebody with a disability from using a page, as axe finds it. */
public final class Barriers {

    private static final Path AXE = Path.of("src/main/browser/node_modules/axe-core/axe.min.js");

    private static final String SERIOUS =
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`)""";

    private Barriers() {}

    /** The serious and critical ones on this page, each with the elements concerned. */
    @SuppressWarnings("unchecked") // the script gives texts
    public static List<String> on(Page page) {
        try {
            page.evaluate(Files.readString(AXE));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return (List<String>) page.evaluate(SERIOUS);
    }
}
