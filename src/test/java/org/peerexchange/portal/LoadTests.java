package org.peerexchange.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningExchange;
import org.peerexchange.Scenario;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.people.PersonalLinks;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Parties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Pages stay quick when several people read them at the same time, and when there are many other people. */
@PeerExchangeTest
class LoadTests {

    private static final String STATIC = "static page";
    private static final String FILE = "static file";
    private static final int READERS = 10;
    private static final int READS = 4;
    private static final int ROUNDS = 3;

    /**
     * How many times as long as a page that says the same to everybody, and asks the database nothing. Five is what we want, and no
     * page takes more on a machine that has nothing else to do; twice that calls no machine slow that is busy with other tests.
     */
    private static final double TIMES = 10;

    /** What each page may ask of the database, the end of its transaction included. */
    private static final Map<String, Integer> STATEMENTS =
            Map.of("home", 6, "programme", 6, "apply", 8, "my page", 20, "request", 21);

    @LocalServerPort
    int port;

    @Autowired
    PortalStage stage;

    @Autowired
    Scenario scenario;

    @Autowired
    RunningExchange exchange;

    @Autowired
    PersonalLinks links;

    @Autowired
    Parties parties;

    @Autowired
    JdbcTemplate jdbc;

    Case cycle;

    @BeforeEach
    void othersAreElsewhere() {
        jdbc.update(
                "update app.persons set email = id || '@elsewhere.example' where email like 'person.%@example.org'");
        jdbc.update("update app.cases set closed_at = now() where kind = 'cycle' and closed_at is null");
    }

    @AfterEach
    void comeBackToToday() {
        ClockUtil.reset();
    }

    /** A mentor whose partner has sent the plan, while others still apply: the paths of the pages, by name. */
    private Map<String, String> pages() {
        Case pair = stage.ofTwo(exchange.agreed());
        cycle = scenario.caseOf("CY-" + exchange.day(1, 1).getYear());
        exchange.runs("exchange", Map.of());
        scenario.answers(pair, "mentee", exchange.plan(false));
        String mentor = parties.of(pair.number(), "mentor").personId();
        String request = scenario.request(pair, "mentor").id();
        jdbc.update("update app.cases set state = 'applications-open' where number = ?", cycle.number());
        ClockUtil.setCurrentTime(Date.from(exchange.day(2, 10).atTime(12, 0).toInstant(ZoneOffset.UTC)));
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/");
        pages.put("programme", "/programmes/exchange");
        pages.put("apply", "/apply/exchange/mentee");
        pages.put("my page", path(links.mint(mentor, pair.number(), PersonalLink.MY, "")));
        pages.put("request", path(links.mint(mentor, pair.number(), PersonalLink.ASK, request)));
        return pages;
    }

    private static String path(String address) {
        return URI.create(address).getPath();
    }

    @Test
    void a_page_that_ten_people_read_takes_no_more_than_a_few_times_as_long_as_a_static_page() throws Exception {
        Map<String, String> pages = pages();
        pages.put(STATIC, "/my");
        pages.put(FILE, styles());
        Visitor visitor = new Visitor(port);
        assertThat(visitor.opens(pages.get("apply")).text()).contains("\"id\":\"mentee-application\"");
        assertThat(visitor.opens(pages.get("request")).text()).contains("\"id\":\"activity-plan\"");

        List<Map<String, Took>> rounds = new ArrayList<>();
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            List<HttpClient> browsers = IntStream.range(0, READERS)
                    .mapToObj(i -> HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .cookieHandler(new CookieManager())
                            .build())
                    .toList();
            read(readers, browsers, pages, 1);
            for (int round = 0; round < ROUNDS; round++) {
                rounds.add(read(readers, browsers, pages, READS));
            }
        } finally {
            readers.shutdownNow();
        }

        rounds.forEach(System.out::println);
        Map<String, Double> ratios = ratios(rounds, STATIC);
        System.out.println("p95 as times that of the static page, median of the rounds: " + ratios);
        System.out.println("p95 as times that of the static file: " + ratios(rounds, FILE));
        ratios.forEach((page, ratio) -> assertThat(ratio).as(page).isLessThanOrEqualTo(TIMES));
    }

    private static Map<String, Double> ratios(List<Map<String, Took>> rounds, String measure) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        STATEMENTS.keySet().forEach(page -> ratios.put(page, median(rounds, page, measure)));
        return ratios;
    }

    private static double median(List<Map<String, Took>> rounds, String page, String measure) {
        return rounds.stream()
                .mapToDouble(round -> round.get(page).p95() / round.get(measure).p95())
                .sorted()
                .toArray()[ROUNDS / 2];
    }

    private String styles() {
        Matcher styles = Pattern.compile("/assets/site[^\"]*\\.css")
                .matcher(new Visitor(port).opens("/").text());
        assertThat(styles.find()).isTrue();
        return styles.group();
    }

    /** In milliseconds: what half of all stay below, and 95 of 100. */
    private record Took(double p50, double p95) {

        @Override
        public String toString() {
            return "p50 %.1f ms, p95 %.1f ms".formatted(p50, p95);
        }
    }

    /** Everybody reads everything, each beginning with another one. */
    private Map<String, Took> read(
            ExecutorService readers, List<HttpClient> browsers, Map<String, String> pages, int reads) throws Exception {
        List<String> names = List.copyOf(pages.keySet());
        List<Callable<long[][]>> all = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            HttpClient browser = browsers.get(reader);
            int first = reader;
            all.add(() -> {
                long[][] took = new long[names.size()][reads];
                for (int i = 0; i < reads * names.size(); i++) {
                    int which = (first + i) % names.size();
                    took[which][i / names.size()] = took(browser, pages.get(names.get(which)));
                }
                return took;
            });
        }
        List<long[][]> took = new ArrayList<>();
        for (Future<long[][]> one : readers.invokeAll(all)) {
            took.add(one.get());
        }
        Map<String, Took> measured = new LinkedHashMap<>();
        for (int which = 0; which < names.size(); which++) {
            int page = which;
            long[] sorted = took.stream()
                    .flatMapToLong(one -> Arrays.stream(one[page]))
                    .sorted()
                    .toArray();
            measured.put(
                    names.get(which),
                    new Took(sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 95 / 100] / 1e6));
        }
        return measured;
    }

    private long took(HttpClient browser, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        long begun = System.nanoTime();
        int status =
                browser.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
        long took = System.nanoTime() - begun;
        assertThat(status).as(path).isEqualTo(200);
        return took;
    }

    @Test
    void a_page_asks_the_database_no_more_often_when_there_are_more_other_people() {
        Map<String, String> pages = pages();
        Visitor visitor = new Visitor(port);
        Map<String, Integer> alone = statements(visitor, pages);

        othersAreElsewhere();
        jdbc.update("update app.cases set closed_at = null where number = ?", cycle.number());
        for (int i = 0; i < 4; i++) {
            scenario.caseWith(cycle, Case.APPLICATION, "applicant");
            scenario.start("exchange", scenario.caseWith(cycle, Case.PAIR, "mentee", "mentor"), Map.of());
        }

        assertThat(statements(visitor, pages)).isEqualTo(alone);
        System.out.println("Statements: " + alone);
        alone.forEach((page, asked) -> assertThat(asked).as(page).isBetween(1, STATEMENTS.get(page)));
    }

    /** What the driver sends, whoever asks: our own repositories or the engine. */
    private static Map<String, Integer> statements(Visitor visitor, Map<String, String> pages) {
        AtomicInteger asked = new AtomicInteger();
        Handler counting = new Handler() {
            @Override
            public void publish(LogRecord sent) {
                if (sent.getMessage().contains("FE=> Execute")) {
                    asked.incrementAndGet();
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
        Level level = driver.getLevel();
        driver.setLevel(Level.FINEST);
        driver.addHandler(counting);
        driver.setUseParentHandlers(false);
        try {
            Map<String, Integer> statements = new LinkedHashMap<>();
            pages.forEach((page, path) -> {
                visitor.opens(path);
                asked.set(0);
                visitor.opens(path);
                statements.put(page, asked.get());
            });
            return statements;
        } finally {
            driver.setUseParentHandlers(true);
            driver.removeHandler(counting);
            driver.setLevel(level);
        }
    }
}
