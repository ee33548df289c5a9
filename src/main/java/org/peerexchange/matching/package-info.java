/** Who fits whom, and the best assignment (domain A10–A12). */
package org.peerexchange.matching;
