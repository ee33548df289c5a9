/** Documents that are issued to somebody who takes part, such as a certificate: written from a text, kept with the case. */
package org.peerexchange.issuing;
