package org.peerexchange.trial;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Every mail ever sent in trial mode, one file each, numbered in the order of arrival. */
@Component
@Profile("trial")
class MailFolder {

    private final Path folder;

    MailFolder(@Value("${peerexchange.trial.data}") Path data) {
        this.folder = data.resolve("mails");
    }

    synchronized void add(MimeMessage message) throws MessagingException {
        try {
            Files.createDirectories(folder);
            int number = numbers().max(Comparator.naturalOrder()).orElse(0) + 1;
            Path arriving = folder.resolve("arriving");
            try (OutputStream out = Files.newOutputStream(arriving)) {
                message.writeTo(out);
            }
            Files.move(arriving, file(number), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new MessagingException("The mail could not be kept.", e);
        }
    }

    /** Newest first. */
    List<TrialMail> all() {
        return numbers()
                .sorted(Comparator.reverseOrder())
                .map(this::read)
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<TrialMail> read(int number) {
        Path file = file(number);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(TrialMail.read(number, new MimeMessage(null, in)));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("The mail " + file + " cannot be read.", e);
        }
    }

    private Stream<Integer> numbers() {
        if (!Files.exists(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{6}\\.eml"))
                    .map(name -> Integer.parseInt(name.substring(0, 6)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(int number) {
        return folder.resolve("%06d.eml".formatted(number));
    }
}
