/** What a cycle achieved: its figures, the draft of its impact report, and the report as published. */
package org.peerexchange.impact;
