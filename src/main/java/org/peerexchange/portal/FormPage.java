package org.peerexchange.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerexchange.language.Sentences;
import org.peerexchange.submission.Answers;
import org.peerexchange.submission.FileKind;
import org.peerexchange.submission.Upload;

/** A form as the browser gets it, see {@code src/main/browser/form.js}. */
class FormPage {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Locale language;
    private final JsonNode schema;
    private final Map<String, Object> page = new LinkedHashMap<>();

    /**
     * @param formJson the deployed form
     * @param data what it shows
     * @param ownPath where the page stands; answers are posted to it
     * @param language the language of the page
     */
    FormPage(String formJson, Map<String, Object> data, String ownPath, Locale language) {
        this.language = language;
        this.schema = read(formJson);
        page.put("schema", schema);
        page.put("data", data);
        page.put("post", ownPath);
        page.put("filesUrl", ownPath + "/files");
        page.put("button", buttonLabel());
        page.put("words", Sentences.PAGES.script(language));
        page.put("readOnly", false);
        page.put("uploads", List.of());
        page.put("files", List.of());
    }

    FormPage withUploads(List<Upload> uploads, List<KeptFile> files) {
        page.put(
                "uploads",
                uploads.stream()
                        .map(upload -> Map.of(
                                "name", upload.name(),
                                "label", upload.label(),
                                "min", upload.min(),
                                "max", upload.max(),
                                "about", about(upload),
                                // The script knows which file.
                                "full", Sentences.PAGES.say(language, "upload.full", "{0}", upload.max()),
                                "types",
                                        upload.kinds().stream()
                                                .map(FileKind::contentType)
                                                .toList()))
                        .toList());
        page.put("files", files.stream().map(file -> shown(file, ownFiles())).toList());
        return this;
    }

    /**
     * A form that saves what is typed by itself.
     *
     * @param url where the page saves to
     * @param draft what was saved before
     */
    FormPage withDraft(String url, Optional<Drafts.Draft> draft) {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("url", url);
        kept.put("version", draft.map(Drafts.Draft::version).orElse(0));
        kept.put("answers", draft.map(Drafts.Draft::answers).orElse(null));
        kept.put("savedBy", draft.map(Drafts.Draft::savedBy).orElse(null));
        kept.put("page", UUID.randomUUID());
        page.put("draft", kept);
        return this;
    }

    /** A form that is asked in its latest version: the page tells which one it shows. */
    FormPage inVersion(int version) {
        page.put("version", version);
        return this;
    }

    /** A form that anybody may send, any number of times: this one, as it was opened, counts once. */
    FormPage once() {
        page.put("once", UUID.randomUUID());
        return this;
    }

    /** Only to be read: what was sent. */
    FormPage readOnly() {
        page.put("readOnly", true);
        return this;
    }

    private String about(Upload upload) {
        String kinds = upload.kinds().stream().map(FileKind::words).collect(Collectors.joining(", "));
        return Sentences.PAGES.say(
                language, "upload.about", kinds, upload.min(), upload.max(), UsableFile.LARGEST / 1024 / 1024);
    }

    /** A file as the page lists it. */
    static Map<String, Object> shown(KeptFile file, String filesPath) {
        String href = filesPath + "/" + file.id();
        return Map.of(
                "id", file.id(),
                "upload", file.upload(),
                "name", file.name(),
                "size", file.size(),
                "href", href,
                "thumbnail", file.picture() ? href + "/thumbnail" : "");
    }

    /** What the page's button says: the words of the form's own button if it has one. */
    public String button() {
        return (String) page.get("button");
    }

    /** Whether what is typed goes on on another device. */
    public boolean isSaved() {
        return page.containsKey("draft");
    }

    public boolean isReadOnly() {
        return (boolean) page.get("readOnly");
    }

    /** JSON that can stand in a script element: no text in it can close the element or open another. */
    public String json() {
        return Answers.toJson(page).replace("<", "\\u003c").replace(">", "\\u003e");
    }

    private String ownFiles() {
        return (String) page.get("filesUrl");
    }

    private String buttonLabel() {
        for (JsonNode component : schema.path("components")) {
            if (component.path("type").asText().equals("button")
                    && component.path("action").asText("submit").equals("submit")
                    && component.path("label").isTextual()) {
                return component.path("label").asText();
            }
        }
        return Sentences.PAGES.say(language, "form.send");
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("A deployed form is no JSON.", broken);
        }
    }
}
