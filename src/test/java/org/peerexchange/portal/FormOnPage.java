package org.peerexchange.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** The form on a page, as whoever fills it in sees it. */
record FormOnPage(Page page) {

    /** The first field of this label. */
    Locator field(String label) {
        return page.locator("#form").getByLabel(label).first();
    }

    /** Types a day, and goes on. */
    void choose(Locator field, String day) {
        // Its calendar says so when it is ready; before, it forgets what is typed.
        assertThat(field).hasAttribute("placeholder", Pattern.compile("such as .+"));
        field.fill(day);
        field.blur();
        assertThat(field).hasValue(day);
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

    /** What stands above the form when it was not taken. */
    Locator summary() {
        return page.locator("#summary");
    }
}
