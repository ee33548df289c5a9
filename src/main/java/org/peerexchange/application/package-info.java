/** Communities apply to a cycle. */
package org.peerexchange.application;
