package org.peerexchange.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers as it is told: GreenMail only ever says yes. */
class MoodySmtpServer implements AutoCloseable {

    private static final String HANG = "hang";

    /** What was accepted, whole. */
    final List<String> accepted = new CopyOnWriteArrayList<>();

    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    MoodySmtpServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** @param command its first word, or {@code .} for the end of the message */
    MoodySmtpServer answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    MoodySmtpServer hangingAt(String command) {
        return answering(command, HANG);
    }

    void cheerUp() {
        answers.clear();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                start(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            say(client, "220 moody");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.split("[ :]")[0].toUpperCase();
                if (command.equals("DATA") && !answers.containsKey("DATA")) {
                    say(client, "354 go on");
                    var message = new StringBuilder();
                    for (line = in.readLine(); !line.equals("."); line = in.readLine()) {
                        message.append(line).append('\n');
                    }
                    if (!answers.containsKey(".")) {
                        accepted.add(message.toString());
                    }
                    command = ".";
                }
                var answer = answers.getOrDefault(command, command.equals("QUIT") ? "221 bye" : "250 fine");
                if (!answer.equals(HANG)) {
                    say(client, answer);
                }
            }
        } catch (IOException e) {
            // the client has gone, as clients do
        }
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "moody-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
