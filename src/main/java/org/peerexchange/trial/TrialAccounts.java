package org.peerexchange.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The accounts of the trial mode; their passwords are made at the first start and kept in a file only its owner reads. */
class TrialAccounts {

    private static final List<TrialAccount> PEOPLE = List.of(
            TrialAccount.of(
                    "admin", "Ada", "Admin", TrialAccount.ADMINISTRATORS, "everything, also accounts and groups"),
            TrialAccount.of("hanna", "Hanna", "Horvat", "exchange-staff", "hub staff"),
            TrialAccount.of("stefan", "Stefan", "Stoica", "exchange-staff", "hub staff"),
            TrialAccount.of("katarina", "Katarina", "Kovač", "exchange-coordinators", "programme coordinator"),
            TrialAccount.of("wanda", "Wanda", "Wójcik", "working-group", "working group"),
            TrialAccount.of("viktor", "Viktor", "Varga", "working-group", "working group"),
            TrialAccount.of("fatima", "Fatima", "Hasani", "finance", "finance"),
            TrialAccount.of("marisol", "Marisol", "Medina", "mentorship-staff", "mentorship staff"),
            TrialAccount.of("otto", "Otto", "Okafor", "outreach", "outreach"));

    /** No letters or digits that look alike: the passwords are typed from a screen. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    TrialAccounts(Path data) {
        this.file = data.resolve("accounts");
    }

    List<TrialAccount> all() {
        Map<String, String> passwords = read();
        if (!passwords
                .keySet()
                .containsAll(PEOPLE.stream().map(TrialAccount::id).toList())) {
            PEOPLE.forEach(person -> passwords.computeIfAbsent(person.id(), id -> newPassword()));
            write(passwords);
        }
        return PEOPLE.stream()
                .map(person -> person.withPassword(passwords.get(person.id())))
                .toList();
    }

    TrialAccount admin() {
        return all().stream().filter(TrialAccount::isAdmin).findFirst().orElseThrow();
    }

    private String newPassword() {
        return random.ints(15, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining())
                .replaceAll("(.{5})(.{5})(.{5})", "$1-$2-$3");
    }

    private Map<String, String> read() {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (one, other) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Map<String, String> passwords) {
        String lines = passwords.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
