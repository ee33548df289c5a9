package org.peerexchange.programme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.peerexchange.people.CannotStart;
import org.springframework.core.io.Resource;

/**
 * One file of a programme.
 *
 * @param programme key of the programme it belongs to, or {@link ProgrammeFiles#SHARED}
 * @param name where it lies, as people and the engine know it: the same in a jar and in a folder
 * @param content what is in it
 */
public record ProgrammeFile(String programme, String name, Resource content) {

    /** The file's own name without folders and ending: of models, tables and forms the id. */
    public String id() {
        return name.replaceFirst(".*/", "").replaceFirst("\\..*", "");
    }

    /**
     * What it says.
     *
     * @throws CannotStart when it cannot be read, naming it
     */
    public String text() {
        try {
            return content.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new CannotStart("%s cannot be read: %s".formatted(name, unreadable.getMessage()), unreadable);
        }
    }

    /** @throws IOException when it cannot be read */
    public InputStream open() throws IOException {
        return content.getInputStream();
    }
}
