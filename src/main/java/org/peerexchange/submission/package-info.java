/** Forms read and validated; submissions, signatures and attachments that never change once they are sent. */
package org.peerexchange.submission;
