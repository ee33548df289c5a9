package org.peerexchange.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** The form on a page, as whoever fills it in sees it. */
record FormOnPage(Page page) {

    private static final String DRAWN =
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

    private static final int MOST_TRIES = 5;

    /** The first field of this label that can be typed in. */
    Locator field(String label) {
        return page.locator("#form")
                .getByLabel(label)
                .and(page.locator("input, textarea"))
                .first();
    }

    /** Types a day, and goes on. */
    void choose(Locator field, String day) {
        assertThat(field).hasAttribute("placeholder", Pattern.compile("such as .+"));
        // A calendar that has just got ready shows its own day once more at the next drawing, and forgets what was
        // typed before, faster than anybody but a test can type.
        int tries = 0;
        do {
            field.fill(day);
            field.blur();
            page.evaluate(DRAWN);
            tries++;
        } while (!field.inputValue().equals(day) && tries < MOST_TRIES);
        assertThat(field).hasValue(day);
    }

    /** Types a time of a day, and goes on. */
    void chooseTime(Locator field, String time) {
        field.fill(time);
        field.blur();
        assertThat(field).hasValue(time);
    }

    /** Chooses from the first list of this label. */
    void pick(String label, String choice) {
        page.locator("#form .fjs-form-field-select")
                .filter(new Locator.FilterOptions().setHasText(label))
                .locator(".fjs-select-display")
                .first()
                .click();
        page.locator(".fjs-dropdownlist").getByText(choice).click();
    }

    /** The form stands there and can be filled in. */
    void isReady() {
        assertThat(page.locator("#form:not([aria-busy])")).isVisible();
    }

    void isSaved() {
        assertThat(page.locator("#saved")).containsText("Saved at");
    }

    void send() {
        page.locator("#send").click();
    }

    /** Sends it, and it is taken. */
    void sends() {
        send();
        // Either the page of thanks or what is wrong, which is then read in the report of the test.
        Locator answer = page.locator("#summary:not([hidden]), h1:has-text('Thank you')");
        assertThat(answer).hasText("Thank you – this is done");
    }

    /** What stands above the form when it was not taken. */
    Locator summary() {
        return page.locator("#summary");
    }
}
