package org.peerexchange.submission.process;

import org.peerexchange.submission.Form;

/** A form as it was deployed, with its version. */
record DeployedForm(Form form, int version, String json) {}
