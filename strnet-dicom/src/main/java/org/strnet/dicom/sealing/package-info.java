/**
 * Encryption of films at rest, with one key for a folder. A folder that holds sealed files says so,
 * so that a start without its key, or with another, ends with a message.
 */
package org.strnet.dicom.sealing;
