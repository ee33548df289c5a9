package org.peerexchange.submission;

/** A form as it was deployed: read, its version, and the JSON that browsers show. */
public record DeployedForm(Form form, int version, String json) {}
