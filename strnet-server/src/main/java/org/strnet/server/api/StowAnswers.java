package org.strnet.server.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What every STOW-RS request holds and is answered (PS3.18, 10.5). */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
    responseCode = "200",
    description = "All are stored",
    content = {
      @Content(
          mediaType = StowController.JSON,
          schema = @Schema(type = "array", implementation = Object.class)),
      @Content(mediaType = StowController.XML, schema = @Schema(type = "string"))
    })
@ApiResponse(
    responseCode = "202",
    description = "Some are stored; the answer names which",
    content = @Content(mediaType = StowController.JSON, schema = @Schema(type = "array")))
@ApiResponse(
    responseCode = "409",
    description = "None is stored; the answer says why",
    content = @Content(mediaType = StowController.JSON, schema = @Schema(type = "array")))
@RequestBody(
    required = true,
    description = StowController.RELATED,
    content =
        @Content(
            mediaType = "multipart/related",
            schema = @Schema(type = "string", format = "binary")))
@interface StowAnswers {}
