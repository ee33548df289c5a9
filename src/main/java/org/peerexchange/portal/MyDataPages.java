package org.peerexchange.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.peerexchange.issuing.IssuedDocument;
import org.peerexchange.issuing.IssuedDocuments;
import org.peerexchange.people.Person;
import org.peerexchange.submission.FilesOfPerson;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Everything held about somebody, as one file to be saved. */
@Controller
class MyDataPages {

    private final Visits visits;
    private final MyData myData;
    private final FilesOfPerson files;
    private final IssuedDocuments issued;
    private final DeadLinks deadLinks;
    private final ObjectMapper json;
    private final Clock clock;

    MyDataPages(
            Visits visits,
            MyData myData,
            FilesOfPerson files,
            IssuedDocuments issued,
            DeadLinks deadLinks,
            ObjectMapper json,
            Clock clock) {
        this.visits = visits;
        this.myData = myData;
        this.files = files;
        this.issued = issued;
        this.deadLinks = deadLinks;
        this.json = json.copy()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        this.clock = clock;
    }

    /** Written as it goes, one file after the other; a slow reader keeps no connection to the database meanwhile. */
    @GetMapping("/my/{token}/data")
    ModelAndView download(@PathVariable String token, HttpServletResponse response) throws IOException {
        Person person;
        try {
            person = visits.owner(token);
        } catch (Visits.DeadLink dead) {
            return deadLinks.page(dead);
        }
        MyData.Held held = myData.of(person);
        String name = "my-data-%s.zip".formatted(LocalDate.ofInstant(clock.instant(), person.timeZone()));
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        write(held, response.getOutputStream());
        return null;
    }

    private void write(MyData.Held held, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("data.json"));
            zip.write(json.writeValueAsBytes(held.data()));
            for (Map.Entry<UUID, String> file : held.paths().entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getValue()));
                zip.write(files.content(file.getKey()));
            }
            for (Map.Entry<UUID, String> paper : held.issued().entrySet()) {
                zip.putNextEntry(new ZipEntry(paper.getValue()));
                zip.write(issued.findById(paper.getKey())
                        .map(IssuedDocument::content)
                        .orElseGet(() -> new byte[0]));
            }
        }
    }
}
