package org.strnet.server.api;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** What can go wrong, with the type that stays the same over versions (RFC 9457, 3.1.1). */
enum Problem {
  /** A parameter, header or body is not of its documented form. */
  INVALID_REQUEST(HttpStatus.BAD_REQUEST, "The request is not of its documented form"),
  /** The account may not do this. */
  FORBIDDEN(HttpStatus.FORBIDDEN, "The account's role does not allow this"),
  /** There is no such thing. */
  NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such resource"),
  /** The film is in the register, its file is not on the disk. */
  FILM_GONE(HttpStatus.GONE, "The film's file is no longer here"),
  /** The same SOP Instance UID is here with other pixels. */
  CONFLICTING_OBJECT(HttpStatus.CONFLICT, "The object is known with other pixels"),
  /** A result is of another bundle or operating point than the server has now. */
  OTHER_MODEL(HttpStatus.CONFLICT, "The result is not of the present bundle"),
  /** The resource changed since the caller read it. */
  CHANGED_MEANWHILE(HttpStatus.PRECONDITION_FAILED, "The resource is not as If-Match says"),
  /** More bytes than are taken. */
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than is taken"),
  /** An object of a class or an encoding that is not taken. */
  UNSUPPORTED_OBJECT(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The object's class or encoding"),
  /** The bytes are no DICOM object, and no picture where one is taken. */
  UNREADABLE_OBJECT(HttpStatus.UNPROCESSABLE_CONTENT, "The bytes are no film that can be read"),
  /** An idempotency key came with another body before. */
  KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The idempotency key belongs to another body"),
  /** A value no patient has, or that is not known. */
  IMPLAUSIBLE_VALUE(HttpStatus.UNPROCESSABLE_CONTENT, "A clinical value cannot be used"),
  /** No room, or too much waits. */
  NOT_NOW(HttpStatus.SERVICE_UNAVAILABLE, "Nothing is taken at the moment"),
  /** Our fault. */
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "The server failed");

  private final HttpStatus status;
  private final String title;

  Problem(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }

  /** Never changes for a problem once it was released. */
  URI type() {
    return URI.create("urn:strnet:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
